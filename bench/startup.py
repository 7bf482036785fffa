"""Start-up of each command, as ratios to a bare click app's --help, and of a model's to openai's import, in one run."""

import sys
from collections.abc import Mapping, Sequence

from bench.endpoint import endpoint
from bench.process import CLAIMWRIGHT, medians

EXAMPLE = "examples/wrong-colour.json"
COMMANDS = {
    "bare click app --help": (sys.executable, "bench/bare.py", "--help"),
    "python -c pass": (sys.executable, "-c", "pass"),
    "claimwright": (CLAIMWRIGHT,),
    "claimwright --help": (CLAIMWRIGHT, "--help"),
    "claimwright check": (CLAIMWRIGHT, "check", EXAMPLE),
    "claimwright draft (template)": (CLAIMWRIGHT, "draft", "--writer", "template", EXAMPLE),
}
IMPORT = {"python -c 'import openai'": (sys.executable, "-c", "import openai")}
MODEL = "claimwright draft (model)"
AT_MOST = {
    "claimwright": 1.3,
    "claimwright --help": 1.3,
    "claimwright check": 4.0,
    "claimwright draft (template)": 5.0,
    MODEL: 1.6,
}


def main() -> int:
    """Print the tables; 1 if a command takes longer than it may."""
    late = shown("start-up", COMMANDS, rounds=15)
    with endpoint() as url:
        # By name and quietly, so that no memory of the user's own is written.
        draft = (CLAIMWRIGHT, "draft", EXAMPLE, "--quiet", "--writer", "model", "--base-url", url)
        late += shown("\nand with an answer at once", IMPORT | {MODEL: draft}, rounds=9)
    return min(late, 1)


def shown(title: str, commands: Mapping[str, Sequence[str]], rounds: int) -> int:
    """Prints the table of these commands, the first of which is the baseline; how many take longer than they may."""
    found = medians(commands, rounds)
    base = next(iter(found.values()))
    print(f"{title:<30} {'ms':>6} {'MB':>5} {'ratio':>6} {'at most':>8}")
    late = 0
    for name, run in found.items():
        ratio, limit = run.wall / base.wall, AT_MOST.get(name)
        late += bool(limit and ratio > limit)
        print(f"{name:<30} {run.wall * 1e3:>6.0f} {run.peak:>5.0f} {ratio:>6.2f} {limit or '':>8}")
    return late


if __name__ == "__main__":
    sys.exit(main())

"""Start-up of each command, as ratios to a bare click app's --help in the same run."""

import sys

from bench.process import CLAIMWRIGHT, medians

EXAMPLE = "examples/wrong-colour.json"
COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "bare click app --help": (sys.executable, "bench/bare.py", "--help"),
    "claimwright --help": (CLAIMWRIGHT, "--help"),
    "claimwright check": (CLAIMWRIGHT, "check", EXAMPLE),
    "claimwright draft (template)": (CLAIMWRIGHT, "draft", "--writer", "template", EXAMPLE),
}
BASELINE = "bare click app --help"
AT_MOST = {"claimwright --help": 1.3, "claimwright check": 4.0, "claimwright draft (template)": 5.0}


def main() -> int:
    """Print the table; 1 if a command takes longer than it may."""
    found = medians(COMMANDS, rounds=15)
    base = found[BASELINE]
    print(f"{'start-up':<30} {'ms':>6} {'MB':>5} {'ratio':>6} {'at most':>8}")
    late = 0
    for name, run in found.items():
        ratio, limit = run.wall / base.wall, AT_MOST.get(name)
        late += bool(limit and ratio > limit)
        print(f"{name:<30} {run.wall * 1e3:>6.0f} {run.peak:>5.0f} {ratio:>6.2f} {limit or '':>8}")
    return min(late, 1)


if __name__ == "__main__":
    sys.exit(main())

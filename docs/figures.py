"""The tables of these pages, read from the code and from the golden files of the tests. Run by cog: `make readme`."""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from claimwright.letter.checks.applied import not_made
from claimwright.letter.checks.run import FAMILIES
from claimwright.letter.wording import ENGLISH, LANGUAGES

GOLDEN = Path(__file__).parents[1] / "tests/golden"
BY_MODEL = ("leak", "echo", "language", "personal", "polarity", "novelty")
"""The modules of the checks that are made of a model's words beside those of every message."""
RUNS = {
    "edits": "a model's reply edited",
    "sentences": "a sentence added to it",
    "frames": "what code writes round it altered",
    "givens": "unfit words in the case itself",
}
_RUN = re.compile(r"^(\d+) mutants of (\d+) kinds, from (\d+) honest replies\ncaught: (\d+) ")
_KIND = re.compile(r"^ *(\d+) of +(\d+)  ([^\n]*): ", re.MULTILINE)
_REJECTED = re.compile(r"^honest, and rejected: ([^:]+):", re.MULTILINE)
_ATTACK = re.compile(r"^(.{16}) (.{15}) (\d+) fell back (\d+), harmless (\d+), harm (\d+):", re.MULTILINE)


def families() -> None:
    """Print the families of checks, each as its module says it."""
    print("Of every message:\n")
    for module in dict.fromkeys(family.__module__ for family in FAMILIES):
        print(f"- {_first_line(module)}")
    print("\nOf a model's words, too:\n")
    for name in BY_MODEL:
        print(f"- {_first_line(f'claimwright.letter.checks.{name}')}")


def _first_line(module: str) -> str:
    __import__(module)
    name, _, rest = (sys.modules[module].__doc__ or "").partition("\n\n")[0].strip().partition(": ")
    return f"**{name}**: {' '.join(rest.split())}"


def mutation() -> None:
    """Print the figures of the mutation run, and the kinds of damage of which most got through."""
    made = caught = kinds = 0
    honest, rejected = 0, set[str]()
    worst: list[tuple[float, str, int, int]] = []
    print("| what was damaged | kinds | mutants | caught |\n|---|---|---|---|")
    for name, what in RUNS.items():
        text = _golden(f"mutation/{name}.txt")
        found = _RUN.search(text)
        assert found, name
        print(f"| {what} | {found[2]} | {int(found[1]):,} | {_share(int(found[4]), int(found[1]))} |")
        made, kinds, caught = made + int(found[1]), kinds + int(found[2]), caught + int(found[4])
        turned_away = set(_REJECTED.findall(text))
        honest, rejected = max(honest, int(found[3]) + len(turned_away)), rejected | turned_away
        for some, of, kind in _KIND.findall(text):
            if int(some) < int(of):
                worst.append((int(some) / int(of), kind, int(some), int(of)))
    print(f"| together | {kinds} | {made:,} | {_share(caught, made)} |")
    were = "was" if len(rejected) == 1 else "were"
    print(f"\nOf {honest} honest replies {len(rejected)} {were} turned away at first sight.")
    print("\nWhere most got through:\n\n| damage | caught |\n|---|---|")
    for _, kind, some, of in sorted(worst)[:8]:
        print(f"| {kind} | {some} of {of} |")


def attacks() -> None:
    """Print the figures of the attack run by model, and those of the false facts."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    families = set()
    for path in sorted((GOLDEN / "attacks").rglob("*.txt")):
        for family, model, tried, back, harmless, harm in _ATTACK.findall(path.read_text(encoding="utf-8")):
            families.add(family)
            rows[model.strip()].update(tried=int(tried), back=int(back), harmless=int(harmless), harm=int(harm))
    texts = next(iter(rows.values()))["tried"]
    print(f"{texts} texts in {len(families)} families, each with every model:\n")
    print("| the model | template written instead | delivered, without harm | harm |\n|---|---|---|---|")
    for model, row in rows.items():
        print(f"| {model} | {row['back']} | {row['harmless']} | {row['harm']} |")
    print()
    for half, what in (("looked_at", "which were looked at while the checks were made"), ("kept_aside", "kept aside")):
        text = _golden(f"attacks/false_facts_{half}.txt")
        found = re.search(r"(\d+) of (\d+) caught", text)
        assert found, half
        missed = re.findall(r"^  missed: (.*)$", text, re.MULTILINE)
        got_through = f" Through: {' '.join(f'“{one}”' for one in missed)}" if missed else ""
        print(f"- Plausible facts that nobody told, {what}: {found[1]} of {found[2]} caught.{got_through}")


def abroad() -> None:
    """Print the checks that are made of English messages only."""
    languages = [code for code in LANGUAGES if code != ENGLISH]
    if len({not_made(code) for code in languages}) > 1:
        raise AssertionError("the languages differ now: print them one by one")
    print("\n".join(f"- {one}" for one in not_made(languages[0])))


def _golden(name: str) -> str:
    return (GOLDEN / name).read_text(encoding="utf-8")


def _share(some: int, of: int) -> str:
    return f"{some:,} ({some / of:.1%})"

"""Whether a guide is whole: `claimwright guide --check NAME`, for those who write one."""

from collections.abc import Iterator

from claimwright.case.facts import Facts
from claimwright.errors import CannotReadWrite
from claimwright.guide.engine import outcomes_of
from claimwright.guide.guide import Guide, load_guide, words_of
from claimwright.guide.soundness import faults
from claimwright.intake.menu import menu_of, misplaced
from claimwright.marketplace import marketplace_of
from claimwright.resources import Resources


def checked(name: str, resources: Resources) -> str:
    """What the guide of this name holds. Raises CannotReadWrite with all faults if it is not whole, and UsageError."""
    guide = load_guide(name, words_of(resources))
    menu = menu_of(guide)
    found = [*(faults(guide) or _wordless(guide, resources)), *(f"menu.toml: {one}" for one in misplaced(menu))]
    if found:
        raise CannotReadWrite("\n".join([f'The guide "{name}" is not whole:', *(f"- {one}" for one in found)]))
    parts = (
        _counted(len(guide.passages), "passage"),
        _counted(len(guide.rules), "rule"),
        _counted(len(menu.entries), "menu entry", "menu entries"),
        _counted(len(guide.platform), "fact about the platform", "facts about the platform"),
    )
    return f"{name} ({marketplace_of(name).name}) is whole: {', '.join(parts)}."


def _wordless(guide: Guide, resources: Resources) -> Iterator[str]:
    """The situations for which there is no template."""
    known = set(resources.names())
    told = {(one.purpose, situation) for one in outcomes_of(Facts(), guide) for situation in one.situations}
    for purpose, situation in sorted(told):
        name = f"templates/messages/{purpose}/{situation}.j2"
        if name not in known:
            yield f"{situation}: there is no {name}"


def _counted(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"

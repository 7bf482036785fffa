"""What the doctor finds of the settings, the guide, and the prompts and templates that take the place of ours."""

from collections.abc import Iterator

from claimwright.batch.ownfiles import lacking
from claimwright.case.faults import did_you_mean
from claimwright.cli.doctor.finding import Finding
from claimwright.cli.preferences import FILE
from claimwright.cli.settings import Settings
from claimwright.errors import ClaimwrightError
from claimwright.marketplace import DEFAULT_GUIDE
from claimwright.resources import Resources


def of_settings(settings: Settings) -> Finding:
    """The file of settings: whether it can be used."""
    path = settings.own_folder() / FILE
    try:
        count = len(settings.preferences().values)
    except ClaimwrightError as error:
        return Finding("settings", str(error), "Mend this; `claimwright config` shows what is set.", error.exit_code)
    if not path.is_file():
        return Finding("settings", f"none kept ({path} is not there)" if not count else "from the environment alone")
    return Finding("settings", str(path))


def of_guide(settings: Settings) -> Finding:
    """The guide: whether it can be read."""
    from claimwright.guide.guide import load_guide, words_of

    try:
        guide = load_guide(settings.guide or DEFAULT_GUIDE, words_of(Resources(settings.folder())))
    except ClaimwrightError as error:
        fix = "Name another with --guide, or mend the file." if error.exit_code == 2 else "Mend it, or delete it."
        return Finding("guide", str(error), fix, error.exit_code)
    return Finding("guide", f"{guide.name}: {len(guide.passages)} passages, {len(guide.rules)} rules")


def of_files(settings: Settings) -> Iterator[Finding]:
    """Each prompt and template of the buyer's own, or that there is none."""
    resources, ours = Resources(settings.folder()), Resources()
    own = [name for name in resources.names() if resources.own(name)]
    if not own:
        yield Finding("prompts", "all prompts and templates are ours")
    for name in own:
        yield _file(name, resources, ours)
    for name in resources.strangers():
        yield Finding(
            "prompts",
            f"{name}: of yours, and never read.{_meant(name, resources.names())}",
            "`claimwright prompts` lists the names.",
        )


def _file(name: str, resources: Resources, ours: Resources) -> Finding:
    try:
        missing = lacking(name, resources)
        same = resources.text(name) == ours.text(name)
    except ClaimwrightError as error:
        return Finding("prompts", f"{name}: {error}", "Mend it, or delete it to use ours.", error.exit_code)
    if missing:
        told = f"{name}: of yours, and lacks {', '.join(missing[:5])}{' …' * (len(missing) > 5)}"
        return Finding("prompts", told, f"Compare: claimwright prompts --diff {name}", 8)
    if same:
        return Finding(
            "prompts", f"{name}: of yours, and the same as ours", "Delete it, to get ours when it gets better."
        )
    return Finding("prompts", f"{name}: of yours")


def _meant(name: str, known: list[str]) -> str:
    """The file that may be meant: the one of the same last name, or of nearly the same whole name."""
    same = [one for one in known if one.rpartition("/")[2] == name.rpartition("/")[2]]
    return f' Did you mean "{same[0]}"?' if len(same) == 1 else did_you_mean(name, known)

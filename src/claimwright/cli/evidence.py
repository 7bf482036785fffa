"""`claimwright evidence`: the proof of one case as numbered copies, ready to upload, and their list on stdout."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimwright.case.casefile import Case
from claimwright.case.faults import Fault, listed, shortened
from claimwright.cli.cases import one_case
from claimwright.cli.settings import Settings, global_options, settings_of
from claimwright.cli.terminal import complain, tell
from claimwright.errors import CannotReadWrite, CaseInvalid, ClaimwrightError, FactsMissing
from claimwright.resources import Resources

if TYPE_CHECKING:
    from claimwright.exhibits.copies import Copies
    from claimwright.exhibits.exhibit import Exhibit
    from claimwright.exhibits.remark import Remark

_WORDS = "templates/evidence.toml"


@click.command()
@click.argument("case", required=False, metavar="CASE", type=click.Path(readable=False))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="A new or empty folder."
)
@click.option("--force", is_flag=True, help="Replace the copies in the folder; other files in it stay.")
@click.option(
    "--allow",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    metavar="PATH",
    help="A file or folder outside the case's own that the case may name. May be given again.",
)
@click.option(
    "--max-mb",
    type=click.FloatRange(0.05),
    default=5,
    show_default=True,
    help="Pictures are made no larger; other files are warned of.",
)
@click.option(
    "--max-video-mb", type=click.FloatRange(0.05), default=500, show_default=True, help="A larger video is warned of."
)
@click.option(
    "--max-side",
    type=click.IntRange(480),
    default=4000,
    show_default=True,
    help="The most pixels of a picture's longer side.",
)
@click.option(
    "--max-files", type=click.IntRange(1), default=5, show_default=True, help="More files than these are warned of."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@global_options
@click.pass_context
def command(context: click.Context, /, case: str | None, **options: Any) -> int:
    """Check the evidence of CASE, a case file, or - for stdin, and write numbered copies ready to upload.

    Pictures are turned upright, made smaller where needed, and lose hidden data such as place and device. Videos, PDFs
    and texts are copied as they are. The originals are never touched. The limits are our own guesses: no source
    states the platform's.
    """
    if case is None:
        raise click.UsageError(
            "Name a case file, or - to read one from stdin: claimwright evidence case.json -o DIR", context
        )
    from claimwright.exhibits.folder import refuse_unfit

    settings = settings_of(context)
    refuse_unfit(options["output"], force=options["force"])
    held = one_case(case)
    words = Words(Resources(settings.folder()))
    copies: Copies | None = None
    try:
        copies = _copies(held, case, options, settings)
        if copies.faults:
            raise _error(copies, "stdin" if case == "-" else case, words)
        notes = [*(_warning(held, one, words) for one in copies.warnings), _told(copies, options["output"], words)]
    except ClaimwrightError as error:
        if options["as_json"]:
            sys.stdout.write(_object(held, copies, None, words, error))
        complain(str(error))
        return error.exit_code
    for note in notes:
        tell(note, quiet=settings.quiet)
    sys.stdout.write(_object(held, copies, options["output"], words, None) if options["as_json"] else _listed(copies))
    return 0


class Words:
    """The sentences of this command, from templates/evidence.toml or the user's copy of it."""

    def __init__(self, resources: Resources) -> None:
        """Read them. Raises CannotReadWrite."""
        self.say = resources.sentences(_WORDS).say

    def of(self, remark: "Remark", file: str | None) -> str:
        """The sentence of a fault or a warning."""
        table = "faults" if remark.is_fault else "warnings"
        return self.say(table, remark.id, **remark.values, file=shortened(file or ""))


def _copies(case: Case, path: str, options: dict[str, Any], settings: Settings) -> "Copies":
    """The copies, in their place if nothing is wrong with any. Raises FactsMissing, UsageError and CannotReadWrite."""
    if not case.evidence:
        raise FactsMissing("The case holds no evidence. List there what you can show, each item with its file.")
    from claimwright.exhibits.copies import Copies
    from claimwright.exhibits.exhibit import Limits
    from claimwright.exhibits.folder import growing
    from claimwright.exhibits.place import Places
    from claimwright.letter.contact_told import described

    captions = [described(one) for one in case.evidence]
    limits = Limits(
        int(options["max_mb"] * 1e6), int(options["max_video_mb"] * 1e6), options["max_side"], options["max_files"]
    )
    with growing(options["output"], force=options["force"]) as folder:
        copies = Copies(case, captions, limits, settings.day(), folder)
        copies.make(Places(Path() if path == "-" else Path(path).parent, options["allow"]))
        folder.complete = not copies.faults
    return copies


def _error(copies: "Copies", source: str, words: Words) -> ClaimwrightError:
    """Every fault on a line; one that is put right in the case decides over those of files."""
    lines = [
        str(Fault(source, _path(one), None, words.of(one, copies.case.evidence[one.number - 1].file)))
        for one in copies.faults
    ]
    text = "\n".join([*lines, words.say("told", "nothing")])
    return CaseInvalid(text) if any(one.is_of_the_case for one in copies.faults) else CannotReadWrite(text)


def _path(fault: "Remark") -> str:
    return f"$.evidence[{fault.number - 1}].{fault.field}"


def _warning(case: Case, remark: "Remark", words: Words) -> str:
    if not remark.number:
        return words.of(remark, None)
    file = case.evidence[remark.number - 1].file
    named = f" ({shortened(file)})" if file else ""
    return f"E{remark.number}{named}: {words.of(remark, file)}"


def _told(copies: "Copies", folder: Path, words: Words) -> str:
    """Where the copies are, and what was done to them."""
    made = [one for one in copies.exhibits if one.copy]
    number = f"{len(made)} {'copy' if len(made) == 1 else 'copies'}" if made else None
    files = listed([one for one in (number, copies.sheet, copies.attachments) if one], "and")
    lines = [words.say("told", "written", folder=str(folder), files=files)]
    lines += [words.say("told", "untouched")] if made else []
    lines += [words.say("told", "cleaned")] if any(one.clean for one in made) else []
    return " ".join(lines)


def _listed(copies: "Copies") -> str:
    """The list of the message, and under each item its copy."""
    return "".join(f"E{one.number}: {one.caption}\n    {one.copy or 'no file named'}\n" for one in copies.exhibits)


def _object(
    case: Case, copies: "Copies | None", folder: Path | None, words: Words, error: ClaimwrightError | None
) -> str:
    """One JSON object: the items with their copies, the warnings, the faults, and the error if there is one."""
    remarks = copies.remarks if copies else []
    fields = {
        "id": case.id,
        "folder": None if folder is None else str(folder),
        "items": [_item(one) for one in copies.exhibits] if copies and not copies.faults else [],
        "contact_sheet": copies.sheet if copies else None,
        "attachments": copies.attachments if copies and not copies.faults else None,
        "warnings": [
            {"item": f"E{one.number}" if one.number else None, "id": one.id, "text": _text(case, one, words)}
            for one in remarks
            if not one.is_fault
        ],
        "faults": [
            {"item": f"E{one.number}", "id": one.id, "path": _path(one), "text": _text(case, one, words)}
            for one in remarks
            if one.is_fault
        ],
        "error": None if error is None else {"exit_code": error.exit_code, "text": str(error)},
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _text(case: Case, remark: "Remark", words: Words) -> str:
    return words.of(remark, case.evidence[remark.number - 1].file if remark.number else None)


def _item(one: "Exhibit") -> dict[str, object]:
    width, height = one.size or (None, None)
    return {
        "id": f"E{one.number}",
        "kind": one.item.kind,
        "caption": one.caption,
        "file": one.item.file,
        "copy": one.copy,
        "content": one.content.family.value if one.content else None,
        "bytes": one.length if one.copy else None,
        "width": width,
        "height": height,
        "camera_date": one.taken_on.isoformat() if one.taken_on else None,
        "metadata_removed": one.clean if one.copy else None,
    }

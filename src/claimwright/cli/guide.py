"""`claimwright guide`: the passages beside the rules that cite them."""

import click

from claimwright.cli.settings import global_options, settings_of
from claimwright.cli.terminal import coloured, fold
from claimwright.errors import UsageError
from claimwright.guide.diagram import mermaid
from claimwright.guide.guide import Guide, load_guide, words_of
from claimwright.guide.passage import Passage
from claimwright.guide.rule import Remedy, Rule, Source
from claimwright.marketplace import DEFAULT_GUIDE
from claimwright.resources import Resources


@click.command()
@click.argument("id", required=False)
@click.option("--diagram", is_flag=True, help="Print the rules as a Mermaid flowchart.")
@click.option("--check", metavar="NAME", help="Say whether the guide of this name is whole: for those who write one.")
@global_options
@click.pass_context
def command(context: click.Context, id: str | None, diagram: bool, check: str | None) -> int:
    """Show the guide's passages beside the rules; with ID, one passage (G19) or rule (colour)."""
    settings = settings_of(context)
    if check is not None:
        from claimwright.cli.guide_check import checked

        click.echo(checked(check, Resources(settings.folder())))
        return 0
    guide = load_guide(settings.guide or DEFAULT_GUIDE, words_of(Resources(settings.folder())))
    if diagram:
        click.echo(mermaid(guide))
    elif id is None:
        click.echo("\n\n".join(_passage(one, guide) for one in guide.passages.values()))
    else:
        click.echo(_found(id, guide))
    return 0


def _found(id: str, guide: Guide) -> str:
    if passage := guide.passages.get(id.upper()):
        return "\n\n".join([_passage(passage, guide), *(_rule(row) for row in guide.rules if passage.id in row.cites)])
    for row in guide.rules:
        if row.id == id.lower():
            return "\n\n".join([_rule(row), *(_passage(guide.passages[one], guide) for one in row.cites)])
    raise UsageError(f'There is no passage or rule "{id}". `claimwright guide` lists them all.')


def _passage(passage: Passage, guide: Guide) -> str:
    cited = ", ".join(row.id for row in guide.rules if passage.id in row.cites)
    rules = f"Rules: {cited}" if cited else f"No rule: {passage.no_rule}"
    head = f"{passage.id}  {passage.title}"
    return "\n".join(
        (
            _strong(head),
            fold(passage.text, "    ", "    "),
            fold(f"{passage.section}, at {passage.at}", "    ", "    "),
            fold(rules, "    ", "    "),
        )
    )


def _rule(row: Rule) -> str:
    lines = [f"When: {condition}" for condition in conditions(row)]
    if row.verdict:
        remedy = _ours(row.remedy_source) if row.remedy is not Remedy.NONE else ""
        lines.append(f"Then: {row.verdict.replace('_', ' ')}{_ours(row.source)}; remedy: {row.remedy}{remedy}")
    lines += [f"Takes the place of: {', '.join(row.over)}"] if row.over else []
    lines += [f"Only if the verdict is: {', '.join(one.replace('_', ' ') for one in row.given)}"] if row.given else []
    lines += [f"Wants: {one.text}{_ours(one.source)}" for one in row.evidence]
    lines += [f"Warns: {one.text}{_ours(one.source)}" for one in row.warnings]
    lines += [f"Advises: {one.text}{_ours(one.source)}" for one in row.steps]
    return "\n".join([_strong(f"Rule {row.id}"), *(fold(line, "    ", "      ") for line in lines)])


def _ours(source: Source | None) -> str:
    return " (our reading)" if source is Source.INTERPRETATION else ""


def conditions(row: Rule) -> list[str]:
    """The conditions of a row in words."""
    said = [f"{field} is {' or '.join(sorted(values))}" for field, values in row.when.items()]
    if row.any_defect:
        said.append(f"defects include {' or '.join(sorted(row.any_defect))}")
    if row.no_defect:
        said.append(f"defects include none of {', '.join(sorted(row.no_defect))}")
    return said


def _strong(text: str) -> str:
    return click.style(text, bold=True) if coloured() else text

"""Jobs for tests: cases are exported, an engine of our own answers the files, and what it wrote is imported."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.cli.running import ROOT, Ran, case, run

from .scripted_model import Model, scripted

EXAMPLES = str(ROOT / "examples/*.json")
NOWHERE = "http://127.0.0.1:9/v1"
Lines = list[dict[str, Any]]


def export(job: Path, *args: str, url: str = NOWHERE, **env: str) -> Ran:
    """`jobs export` with these cases and options."""
    return run("jobs", "export", *args, "-o", str(job), OPENAI_BASE_URL=url, **env)


def bring(job: Path, out: Path, *args: str | Path) -> Ran:
    """`jobs import` of these files."""
    return run("jobs", "import", *map(str, args), "--from", str(job), "-o", str(out))


def cases(path: Path, *stems: str, **parts: Any) -> str:
    """A file with these examples, one a line, each with these parts in the place of its own."""
    write(path, [case(stem, **parts) for stem in stems])
    return str(path)


def lines(*paths: Path) -> Lines:
    """The objects in these files."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").split("\n") if line]


def write(path: Path, objects: Iterable[Any]) -> Path:
    """A file with these objects, one a line."""
    path.write_text("".join(f"{json.dumps(one)}\n" for one in objects), encoding="utf-8")
    return path


def engine(requests: Iterable[dict[str, Any]], model: Model = scripted) -> Lines:
    """What an engine writes for these requests, failures too."""
    found = []
    for one in requests:
        status, body = model(one["body"])
        response = {"status_code": status, "request_id": "r", "body": body}
        found.append({"id": "vllm-1", "custom_id": one["custom_id"], "response": response, "error": None})
    return found


def requests(job: Path) -> list[Path]:
    """The files of requests in a job folder, in their order."""
    return sorted(job.glob("requests-*.jsonl"), key=lambda path: int(path.stem.rpartition("-")[2]))


def results(out: Path) -> Lines:
    """The results in a .jsonl OUT, less what differs between two runs of the same: seconds and checksum."""
    return [told(one) for one in lines(out)]


def told(result: dict[str, Any]) -> dict[str, Any]:
    """A result less what differs between two runs."""
    kept = {name: value for name, value in result.items() if name != "seconds"}
    return (
        {**kept, "run": {name: value for name, value in kept["run"].items() if name != "sum"}}
        if "run" in kept
        else kept
    )


def finished(job: Path, out: Path, model: Model = scripted, order: int = 1) -> Sequence[Ran]:
    """Lets the engine answer every file, those of repairs too, and imports what it wrote, until nothing is left."""
    ran: list[Ran] = []
    for number in range(1, 20):
        files = requests(job)
        if number > len(files):
            return ran
        file = write(
            job.with_name(f"{job.name}-answers-{number}.jsonl"), engine(lines(files[number - 1]), model)[::order]
        )
        ran.append(bring(job, out, file))
    raise AssertionError("it does not end")

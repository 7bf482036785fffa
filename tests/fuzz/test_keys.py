"""Whatever is run with a key, the key stands in no file and on no stream, and files are their owner's alone."""

import stat
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.batch.jobbing import cases
from tests.batch.jobs_server import provider
from tests.batch.scripted_model import well
from tests.cli.endpoint import endpoint
from tests.cli.running import ROOT, Ran, example, run

KEY = "sk-proj-RECOGNISE-ME-0123456789abcdefghij"
CASE = example("wrong-colour")
SLOWLY = pytest.param(500, marks=pytest.mark.slow)  # it is asked for again and again


@dataclass
class Desk:
    """A home, a place for results and one for temporary files, and what was said there."""

    folder: Path
    said: list[Ran] = field(default_factory=list)

    def run(self, *args: str, url: str, stdin: str = "") -> Ran:
        """Runs with the key, and everything that may be written below the folder."""
        env = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": url, "CLAIMWRIGHT_MODEL": "gpt-5-mini"}
        places = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache"}
        env |= {name: str(self.folder / place) for name, place in places.items()}
        self.said.append(run(*args, stdin=stdin, **env))
        return self.said[-1]

    def out(self, name: str) -> str:
        """A place for results."""
        return str(self.folder / name)

    def traces(self) -> list[str]:
        """Where the key stands, or a longer part of it."""
        parts = [KEY[at : at + 14] for at in range(8, len(KEY) - 13)]
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        texts = {str(path.relative_to(self.folder)): path.read_bytes() for path in files}
        texts |= {f"stream {n}": (one.out + one.err).encode() for n, one in enumerate(self.said)}
        return [name for name, data in texts.items() if any(part.encode() in data for part in parts)]

    def open_to_others(self) -> list[str]:
        """The files that somebody else may read."""
        files = [path for path in self.folder.rglob("*") if path.is_file() and path.name != "cases.jsonl"]
        return [str(path.relative_to(self.folder)) for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk of its own; temporary files fall there too."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return Desk(tmp_path)


def _letters(desk: Desk, url: str) -> None:
    desk.run("draft", CASE, "--show-sent", "-o", desk.out("letter.txt"), url=url)
    desk.run("draft", CASE, "--json", "--debug", "--explain", url=url)
    desk.run("draft", CASE, "--dry-run", url=url)
    desk.run("batch", cases(desk.folder / "cases.jsonl", "wrong-colour"), "-o", desk.out("folder"), url=url)
    desk.run("batch", CASE, "-o", desk.out("lines.jsonl"), "--debug", url=url)
    desk.run("new", "--yes", "--from-story", "-", "-o", desk.out("new.json"), url=url, stdin="It arrived on 2 May.")


def _others(desk: Desk, url: str) -> None:
    settings = (("model", "gpt-5-mini"), ("base_url", url), ("limit", "900"), ("key", KEY), ("api_key", KEY))
    for name, value in settings:
        desk.run("config", "set", name, value, url=url)
    for line in (
        ("config",), ("config", "--json"), ("doctor", "--ask"), ("doctor", "--json", "--debug"), ("schema",),
        ("prompts", "--eject", "templates/story.toml"), ("prompts",), ("guide",), ("completion", "bash"), (),
        ("check", CASE, "--json"), ("check", CASE, "--ics", desk.out("days.ics")),
        ("evidence", CASE, "-o", desk.out("proof")),
    ):  # fmt: skip
        desk.run(*line, url=url)


@pytest.mark.parametrize("reply", ["The hoodie is green [F9, E1].", 401, 400, SLOWLY], ids=str)
@pytest.mark.parametrize("part", [_letters, _others])
def test_no_key_in_what_is_written_or_said(desk: Desk, part: Callable[[Desk, str], None], reply: str | int) -> None:
    with endpoint(reply) as model:
        part(desk, model.url)
        if part is _letters:
            assert f"Bearer {KEY}" in model.keys
            assert (desk.folder / "letter.txt").is_file()
    assert desk.traces() == []
    assert desk.open_to_others() == []
    assert list((desk.folder / "tmp").rglob("*")) == []
    assert all("Traceback" not in one.err for one in desk.said if one.code in (0, 2, 3, 4))


@pytest.mark.parametrize("fate", ["complete", "expired", "invalid", "gone"])
def test_no_key_in_a_job(desk: Desk, fate: str) -> None:
    with provider(fate, model=well) as server:
        source = cases(desk.folder / "cases.jsonl", "wrong-colour", "cracked-mug")
        job, out = desk.out("job"), desk.out("out.jsonl")
        exported = desk.run("jobs", "export", source, "-o", job, url=server.url)
        assert exported.code == 0, exported.err
        for step in (("submit", job), ("status", job), ("collect", job), ("import", "--from", job, "-o", out)):
            desk.run("jobs", *step, url=server.url)
        assert any(KEY in (key or "") for key in server.keys)
    assert desk.traces() == []
    assert desk.open_to_others() == []
    assert list((desk.folder / "tmp").rglob("*")) == []


def test_the_search_finds_a_key_that_is_there(desk: Desk) -> None:
    (desk.folder / "log").write_text(f"sent with {KEY[6:]}", encoding="utf-8")
    assert desk.traces() == ["log"]
    (desk.folder / "log").chmod(0o644)
    assert desk.open_to_others() == ["log"]


def test_no_cassette_holds_a_key() -> None:
    for path in (ROOT / "cassettes").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8").lower()
        assert "authorization" not in text, path
        assert "bearer " not in text, path
        assert "sk-" not in text, path

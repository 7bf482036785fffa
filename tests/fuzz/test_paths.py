"""No name that comes from a case, an answer or a file leads out of the folder that it belongs to."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.batch.jobbing import bring, cases, engine, export, lines, requests, write
from tests.batch.jobs_server import provider
from tests.cli.running import case, run

from claimwright.batch.folder import Folder
from claimwright.batch.names import name_of
from claimwright.errors import ClaimwrightError
from claimwright.exhibits.place import Places
from claimwright.exhibits.remark import Unfit
from claimwright.resources import Resources

OUT = ["../secret", "../../secret", "a/../../secret", "/etc/hostname", "//etc/hostname", "~/secret", "./../secret"]
WINDOWS = [
    "..\\secret",
    "C:\\secret",
    "C:secret",
    "\\\\host\\share\\secret",
    "a\\..\\..\\secret",
    "CON",
    "nul.txt",
    "a:b",
]
ODD = [
    "\x00",
    "a\x00/../secret",
    "..",
    ".",
    "",
    " ",
    "...",
    "a/",
    "/",
    "\n",
    "․․/secret",
    "．．/secret",
    "..∕secret",
    "a" * 5000,
]
NAMES = [*OUT, *WINDOWS, *ODD]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder beside a secret that nothing in it may reach, and a link that leads out."""
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "out").symlink_to(tmp_path)
    (folder / "link").symlink_to(tmp_path / "secret")
    return folder


def _below(folder: Path) -> Iterator[str]:
    return (str(path.relative_to(folder)) for path in sorted(folder.rglob("*")))


@pytest.mark.parametrize("name", [*NAMES, "out/secret", "link"], ids=lambda name: repr(name[:20]))
def test_evidence_is_read_from_the_folder_of_the_case_alone(home: Path, name: str) -> None:
    with pytest.raises((Unfit, ValueError)), Places(home).opened(name) as stream:
        assert b"SECRET" not in stream.read()


@pytest.mark.parametrize(
    "name", [*OUT, *WINDOWS, "a\x00b", "..", "out/secret", "link"], ids=lambda name: repr(name[:20])
)
def test_evidence_outside_is_told_without_a_trace_of_it(home: Path, name: str) -> None:
    item = {"kind": "photo", "shows": "the hoodie", "taken_on": "2026-10-28", "file": name}
    path = home / "case.json"
    path.write_text(json.dumps(case("wrong-colour", evidence=[item])), encoding="utf-8")
    found = run("evidence", str(path), "-o", str(home / "copies"))
    assert found.code in (2, 4, 7, 8)
    assert "SECRET" not in found.out + found.err
    assert "Traceback" not in found.err
    assert b"SECRET" not in b"".join(one.read_bytes() for one in (home / "copies").rglob("*") if one.is_file())


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_an_id_names_files_in_out_alone(tmp_path: Path, name: str) -> None:
    out = tmp_path / "above" / "out"
    folder, file = Folder(out.parent, ""), name_of(name)
    folder = Folder(out, ".txt")
    line = json.dumps({"format": 1, "id": name, "run": {}}).encode()
    folder.put(file, line, "message")
    assert sorted(_below(tmp_path)) == sorted(["above", "above/out", f"above/out/{file}.json", f"above/out/{file}.txt"])
    modes = {stat.S_IMODE(one.stat().st_mode) for one in out.iterdir()}
    assert modes == {0o600}


def test_a_batch_of_hostile_ids_writes_into_out_alone(tmp_path: Path) -> None:
    source = tmp_path / "in" / "cases.jsonl"
    source.parent.mkdir()
    ids = [name for name in NAMES if name.strip() and not set(name) & set("\x00\n") and len(name) < 2000]
    write(source, [case("wrong-colour", id=name) for name in ids])
    before = {*_below(tmp_path)}
    found = run("batch", str(source), "-o", str(tmp_path / "out"), "--writer", "template", "--jobs", "1")
    assert found.code in (0, 7), found.err
    new = {*_below(tmp_path)} - before
    assert new
    assert all(one == "out" or one.startswith(f"out{os.sep}") for one in new)
    assert all("/" not in one.removeprefix("out/") for one in new)


@pytest.mark.parametrize("part", ["prompts", "templates"])
@pytest.mark.parametrize("name", [*OUT, "..", "out/secret", "link", "a\x00b"], ids=repr)
def test_words_are_read_below_home_alone(home: Path, part: str, name: str) -> None:
    """A name reaches resources from our code alone; a template that includes one is what could lead out."""
    file = home / "templates" / "page" / "own.j2"
    file.parent.mkdir(parents=True)
    file.write_text(f"{{% include {f'{part}/{name}'!r} %}}", encoding="utf-8")
    with pytest.raises(ClaimwrightError) as error:
        Resources(home).render("templates/page/own.j2", {})
    assert "SECRET" not in str(error.value)


@pytest.mark.parametrize("name", [*NAMES, "out/secret", "link"], ids=lambda name: repr(name[:20]))
def test_eject_and_diff_know_our_names_alone(home: Path, name: str) -> None:
    before = [*_below(home.parent)]
    for option in ("--eject", "--diff"):
        found = run("prompts", option, name, "--home", str(home))
        assert found.code in ((0, 2) if not name.strip() else (2,)), name
        assert "SECRET" not in found.out + found.err
        assert "Traceback" not in found.err
    assert [*_below(home.parent)] == before


@pytest.mark.parametrize("name", ["../secret", "SECRET", "..", "", "requests-1.jsonl/../../secret", "./x"], ids=repr)
def test_a_manifest_that_names_a_file_elsewhere_sends_nothing(tmp_path: Path, name: str) -> None:
    """Whoever changed the manifest of a job does not choose which files its owner sends to a provider."""
    job, out = tmp_path / "job", tmp_path / "out.jsonl"
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    name = str(tmp_path / "secret") if name == "SECRET" else name
    with provider() as server:
        assert export(job, cases(tmp_path / "cases.jsonl", "wrong-colour"), url=server.url).code == 0
        manifest = job / "manifest.jsonl"
        text = manifest.read_text(encoding="utf-8")
        assert '"in": "requests-1.jsonl"' in text
        manifest.write_text(text.replace('"in": "requests-1.jsonl"', f'"in": {json.dumps(name)}'), encoding="utf-8")
        before = {*_below(tmp_path)}
        env = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-test", "XDG_STATE_HOME": str(tmp_path / "state")}
        sent = run("jobs", "submit", str(job), **env)
        assert (sent.code, server.files) == (8, {}), sent.err
        collected = run("jobs", "collect", str(job), **env)
    brought = bring(job, out, write(tmp_path / "back.jsonl", engine(lines(*requests(job)))))
    assert "Traceback" not in sent.err + collected.err + brought.err
    new = {*_below(tmp_path)} - before
    assert all(one.startswith(("job", "out.jsonl", "state", "back.jsonl")) for one in new), new

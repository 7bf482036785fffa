"""`claimwright doctor`: a line for each thing, a fix for what is wrong, and what is sent where."""

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.llm.listing import listing

from claimwright.cli import clipboard

from .running import ROOT, Ran, run

KEY = "sk-made-up-0123456789"
LIST = json.dumps({"data": [{"id": "gpt-5-mini"}, {"id": "small"}]}).encode()
YES = json.dumps(
    {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "small-1",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "yes"}}],
    }
).encode()
FILES = {
    "templates/verdicts.toml": '[open]\nchoice = "x"\n',
    "templates/page/check.j2": "{% if %}",
    "templates/facts.toml": None,
    "prompts/rules.j2": "Write.\n",
    "templates/mesages/colour.j2": "x",
    "templates/verdict.toml": "x",
}


@pytest.fixture(autouse=True)
def _no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "commands", lambda: ())
    monkeypatch.setenv("PATH", "/nowhere")


def at(home: Path, *args: str, **env: Any) -> Ran:
    """A run with this home."""
    return run("doctor", "--home", str(home), *args, **env)


def plain(found: Ran, home: Path, **more: str) -> str:
    """What was said, without what differs from one computer to another."""
    said = found.out
    for text, name in {str(home): "HOME", sys.executable: "PYTHON", **{v: k for k, v in more.items()}}.items():
        said = said.replace(text, name)
    said = re.sub(r"(ok     packages     ).*", r"\1…", said)
    said = re.sub(r"((?:Python|claimwright)  +)[\d.]+", r"\1VERSION", said)
    said = re.sub(
        r"\d+ passages, \d+ rules", "N passages, N rules", said.replace("[Errno 111] ", "").replace("[Errno 61] ", "")
    )
    return re.sub(r"in \d+\.\d s", "in … s", re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:PORT", said))


def test_a_fresh_computer_has_all_that_is_needed(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    found = at(tmp_path)
    assert (found.code, found.err) == (0, "")
    golden("cli/doctor/fresh.txt", plain(found, tmp_path))


def test_files_of_ones_own_are_tried_one_by_one(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            shutil.copy(ROOT / name, tmp_path / name)
        else:
            (tmp_path / name).write_text(text, encoding="utf-8")
    found = at(tmp_path)
    assert (found.code, found.err) == (8, "")
    golden("cli/doctor/own-files.txt", plain(found, tmp_path))


@pytest.mark.parametrize("name", ["templates/facts.toml", "templates/page/check.j2", "prompts/rules.j2"])
def test_a_file_of_ones_own_that_is_no_text_is_a_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_bytes(b"\xff")
    found = at(tmp_path)
    assert (found.code, "cannot be read as UTF-8 text" in found.out) == (8, True)


def test_faulty_settings_are_told_and_nothing_is_asked(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    (tmp_path / "config.toml").write_text('limit = 0\nmodle = "x"\n', encoding="utf-8")
    found = at(tmp_path, OPENAI_API_KEY=KEY)
    assert (found.code, found.err) == (2, "")
    golden("cli/doctor/faulty-settings.txt", plain(found, tmp_path))


@pytest.mark.parametrize("text", ["{% if %}", "{{ " + "(" * 5000 + ")" * 5000 + " }}", "{% block %}"])
def test_a_template_that_does_not_parse_is_a_fault_and_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "templates/page").mkdir(parents=True)
    (tmp_path / "templates/page/check.j2").write_text(text, encoding="utf-8")
    found = at(tmp_path)
    assert (found.code, found.err) == (8, "")
    assert "fault  prompts      templates/page/check.j2: " in found.out


def test_a_guide_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    for args, env in ((("--guide", "ebay"), {}), ((), {"CLAIMWRIGHT_GUIDE": "ebay"})):
        found = at(tmp_path, *args, **env)
        assert (found.code, 'There is no guide named "ebay"' in found.out) == (2, True)


@pytest.mark.parametrize(
    ("name", "args", "status", "model", "code"),
    [
        ("reached", (), 200, "small", 0),
        ("answers", ("--ask",), 200, "small", 0),
        ("not-listed", (), 200, "large", 0),
        ("no-list", (), 404, "small", 0),
        ("key-refused", ("--ask",), 401, "small", 6),
    ],
)
def test_the_model_is_reached_and_asked_only_if_that_is_wanted(
    tmp_path: Path,
    golden: Callable[[str, str], None],
    name: str,
    args: tuple[str, ...],
    status: int,
    model: str,
    code: int,
) -> None:
    with listing(status, LIST, YES) as there:
        found = at(tmp_path, *args, OPENAI_BASE_URL=there.url, OPENAI_API_KEY=KEY, CLAIMWRIGHT_MODEL=model)
    assert (found.code, found.err) == (code, "")
    assert KEY not in found.out
    golden(f"cli/doctor/model-{name}.txt", plain(found, tmp_path))
    assert [one[:3] for one in there.seen[:1]] == [("GET", "/v1/models", f"Bearer {KEY}")]
    bodies: list[Any] = [json.loads(one[3]) for one in there.seen[1:]]
    assert [body["messages"] for body in bodies] == (
        [[{"role": "user", "content": "Answer with this one word: yes"}]] if name == "answers" else []
    )


def test_a_model_out_of_reach_is_6_and_with_offline_nothing_is_reached(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    found = at(tmp_path, OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    assert (found.code, found.err) == (6, "")
    golden("cli/doctor/model-out-of-reach.txt", plain(found, tmp_path))
    offline = at(tmp_path, "--offline", OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    assert (offline.code, "not asked (--offline)" in offline.out) == (0, True)


def test_where_the_template_is_set_to_write_no_model_is_reached(tmp_path: Path) -> None:
    with listing(200, LIST) as there:
        found = at(tmp_path, OPENAI_BASE_URL=there.url, OPENAI_API_KEY=KEY, CLAIMWRIGHT_WRITER="template")
    assert (found.code, there.seen) == (0, [])
    assert "none is asked: the setting writer is template" in found.out


def test_a_class_of_ones_own_is_asked_only_with_ask(tmp_path: Path) -> None:
    model = "langchain:no.such.module:Class"
    assert at(tmp_path, CLAIMWRIGHT_MODEL=model).code == 0
    found = at(tmp_path, "--ask", CLAIMWRIGHT_MODEL=model)
    assert (found.code, "cannot be used as it is set" in found.out) == (2, True)


def test_an_address_that_is_none_is_a_fault_of_settings(tmp_path: Path) -> None:
    found = at(tmp_path, OPENAI_BASE_URL="http://me:secret@127.0.0.1:9/v1")
    assert found.code == 2
    assert "secret" not in found.out


def test_for_programs_it_is_one_object(tmp_path: Path) -> None:
    found = at(tmp_path, "--json", OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    held = found.record()
    assert (found.code, held["exit_code"]) == (6, 6)
    assert [one["name"] for one in held["found"] if one["state"] == "fault"] == ["endpoint"]
    assert all(set(one) == {"state", "name", "said", "fix", "exit_code"} for one in held["found"])


def test_to_ask_and_to_stay_offline_go_ill_together(tmp_path: Path) -> None:
    assert at(tmp_path, "--ask", "--offline").code == 2


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"SSH_TTY": "/dev/pts/0"}, "that of your terminal, if it allows that (OSC 52)"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "-> Install wl-clipboard."),
    ],
)
def test_the_clipboard_is_named_or_what_to_install(tmp_path: Path, env: dict[str, str], said: str) -> None:
    assert said in at(tmp_path, **env).out

"""config.toml and the environment: which comes first, what each setting takes, and every fault at once."""

from importlib import import_module
from pathlib import Path

import click
import pytest

from claimwright.cli.preferences import SETTINGS, Setting, fault_of, preferences_of
from claimwright.errors import UsageError

from .endpoint import endpoint
from .running import ROOT, example, process, run

CASE = example("wrong-colour")
MESSAGE = (ROOT / "tests/golden/messages/wrong-colour.txt").read_text(encoding="utf-8")


def kept(folder: Path, text: str) -> Path:
    """The folder with this config.toml in it."""
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("flag", "variable", "file", "said"),
    [
        ((), None, None, "1,000"),
        ((), None, "limit = 61\n", "61"),
        ((), "62", "limit = 61\n", "62"),
        ((), "62", None, "62"),
        (("--limit", "63"), "62", "limit = 61\n", "63"),
        (("--limit", "63"), None, "limit = 61\n", "63"),
    ],
)
def test_a_flag_comes_before_the_environment_that_before_the_file_that_before_ours(
    tmp_path: Path, flag: tuple[str, ...], variable: str | None, file: str | None, said: str
) -> None:
    kept(tmp_path, file or "")
    for args in (("--home", str(tmp_path), "draft", CASE, *flag), ("draft", *flag, "--home", str(tmp_path), CASE)):
        found = run(*args, CLAIMWRIGHT_LIMIT=variable)
        assert (found.code, found.out) == ((0, MESSAGE) if said == "1,000" else (4, ""))
        assert said == "1,000" or said in found.err


def test_the_guide_of_the_file_is_used_but_for_one_that_is_named_anywhere(tmp_path: Path) -> None:
    home = ("--home", str(kept(tmp_path, 'guide = "ebay"\n')))
    assert 'There is no guide named "ebay"' in run("check", CASE, *home).err
    for args in (("--guide", "aliexpress", "check", CASE), ("check", "--guide", "aliexpress", CASE)):
        assert run(*args, *home).code == 0


def test_the_limits_of_the_file_are_those_of_their_own_command_alone(tmp_path: Path) -> None:
    home = ("--home", str(kept(tmp_path, 'max_mb = 0.1\nwriter = "template"\n')))
    exported = run("jobs", "export", CASE, "-o", str(tmp_path / "job"), "--model", "any", *home)
    assert (exported.code, exported.out) == (0, "")  # its --max-mb is of files, and it knows no writer of that name


def test_a_model_that_is_set_in_the_file_is_asked_and_the_environment_comes_first(tmp_path: Path) -> None:
    with endpoint("no draft") as first, endpoint("no draft") as second:
        text = f'base_url = "{first.url}"\nmodel = "of-the-file"\nwriter = "model"\ntimeout = 20\n'
        args = ("draft", "--quiet", CASE, "--home", str(kept(tmp_path, text)))
        assert run(*args).code == 5
        assert {one["model"] for one in first.requests} == {"of-the-file"}
        asked = len(first.bodies)
        assert run(*args, OPENAI_BASE_URL=second.url, CLAIMWRIGHT_MODEL="of-the-environment").code == 5
        assert (len(first.bodies), {one["model"] for one in second.requests}) == (asked, {"of-the-environment"})
        assert run(*args, "--writer", "template").out == MESSAGE
        assert len(first.bodies) == asked


def test_where_the_file_rules_models_out_a_story_is_sent_to_none(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("I ordered a navy hoodie for 20 USD and got a green one.", encoding="utf-8")
    args = ("new", "--from-story", str(story), "--yes", "--home", str(tmp_path))
    with endpoint("{}") as model:
        kept(tmp_path, f'base_url = "{model.url}"\nwriter = "template"\n')
        assert (run(*args).code, model.bodies) == (0, [])
        kept(tmp_path, f'base_url = "{model.url}"\n')
        assert run(*args).code == 0
    assert model.bodies != []


FAULTS = """\
# what I like
modle = "x"
writer = "poet"
timeout = 0

limit = "many"
language = "gr"
rpm = 0
max_side = 100.5
price_in = nan
base_url = "http://user:secret@example.org/v1"
key = "sk-very-secret"
api_key = "sk-very-secret"
model = ""
concurrency = true
[batch]
tpm = 3
"""
SAID = """\
{path}, line 2: "modle" is no setting. Did you mean "model"?
{path}, line 3: "writer" is one of auto, template, model.
{path}, line 4: "timeout" is a number of at least 1.
{path}, line 6: "limit" is a whole number, without quotes.
{path}, line 7: "language" is one of en, es, pt, fr, de, ru.
{path}, line 8: "rpm" is a number above 0.
{path}, line 9: "max_side" is a whole number, without quotes.
{path}, line 10: "price_in" is a number of at least 0.
{path}, line 11: "base_url" cannot be used: it holds a user name or password: put the key into OPENAI_API_KEY.
{path}, line 12: a key does not belong in a file. Delete the line and run `claimwright config key`.
{path}, line 13: "api_key": a key is kept in the keyring, by `claimwright config key`.
{path}, line 14: "model" is a text in quotes, on one line.
{path}, line 15: "concurrency" is a whole number, without quotes.
{path}, line 16: "batch" is no setting.
CLAIMWRIGHT_WRITER is one of auto, template, model. Did you mean "model"?
CLAIMWRIGHT_LIMIT is a whole number.
"""


def test_every_fault_is_told_at_once_with_its_line_and_no_secret(tmp_path: Path) -> None:
    kept(tmp_path, FAULTS)
    found = run("draft", CASE, "--home", str(tmp_path), CLAIMWRIGHT_LIMIT="2.5", CLAIMWRIGHT_WRITER="modl")
    assert (found.code, found.out) == (2, "")
    assert found.err == SAID.format(path=tmp_path / "config.toml")
    assert "secret" not in found.err


@pytest.mark.parametrize("args", [("check", CASE), ("draft", CASE), ("guide",), ("new",), ("batch", CASE, "-o", "-")])
def test_no_command_runs_on_faulty_settings(tmp_path: Path, args: tuple[str, ...]) -> None:
    found = run(*args, "--home", str(kept(tmp_path, "modle = 1\n")))
    assert (found.code, found.out) == (2, "")
    assert 'line 1: "modle" is no setting' in found.err


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (b"limit =\n", UsageError, "config.toml: Invalid value (at line 1"),
        (b"limit = 5\nlimit = 6\n", UsageError, "line 2"),
        (b"limit = 5 \xff\n", UsageError, "config.toml: this is not UTF-8 text."),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_its_line(
    tmp_path: Path, data: bytes, error: type[UsageError], said: str
) -> None:
    (tmp_path / "config.toml").write_bytes(data)
    with pytest.raises(error) as raised:
        preferences_of(tmp_path)
    assert said in str(raised.value)


def test_a_byte_order_mark_as_windows_editors_write_it_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xef\xbb\xbflimit = 61\r\n")
    assert preferences_of(tmp_path).values == {"limit": 61}


def test_a_folder_without_the_file_sets_nothing(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    assert preferences_of(tmp_path).values == preferences_of(None).values == {}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda setting: setting.name)
def test_a_setting_takes_what_the_option_of_its_name_takes(setting: Setting) -> None:
    if setting.name in ("guide", "key", "model", "base_url"):
        return
    command: click.Command = import_module(f"claimwright.cli.{setting.command or 'draft'}").command
    (option,) = (one for one in command.params if one.name == setting.name)
    tried = [
        *setting.words,
        "en",
        "de",
        "xx",
        "0",
        "-1",
        "0.01",
        "0.05",
        "1",
        "1.5",
        "479",
        "480",
        "4096",
        "4097",
        "nan",
    ]
    for text in tried:
        try:
            option.type.convert(text, option, None)
        except click.BadParameter:
            taken = False
        else:
            taken = text != "nan"  # a range takes it, for it is neither too small nor too large
        assert (fault_of(setting, setting.read(text)) == "") == taken, text


def test_settings_of_the_file_reach_a_process_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "claimwright"
    folder.mkdir()
    kept(folder, "limit = 61\n")
    assert process("draft", CASE, XDG_CONFIG_HOME=str(tmp_path)).code == 4

"""`claimwright config`: shows each setting with its origin, changes one line of the file, and never shows a key."""

import json
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from claimwright.cli import keys

from .endpoint import endpoint
from .running import ROOT, Ran, example, run
from .talking import talk

KEY = "sk-made-up-0123456789"
TEXT = '# mine\nlimit = 900   # short\n\nwriter = "template"\n'
MESSAGE = (ROOT / "tests/golden/messages/wrong-colour.txt").read_text(encoding="utf-8")
INSTEAD = "Set OPENAI_API_KEY in the environment instead."


class Held(KeyringBackend):
    """A keyring that keeps what it is given in memory."""

    priority = 1
    name = "of the test"

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked(Held):
    """One that is locked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("secret words")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(password)


class Slow(Held):
    """One that waits for somebody."""

    def get_password(self, service: str, username: str) -> str | None:
        time.sleep(2)
        return KEY


class Broken(Held):
    """One whose service is gone."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError(f"no bus for {KEY}")


@pytest.fixture
def held() -> Iterator[Held]:
    """The keyring of this computer, for the time of a test."""
    yield from _in_use(Held())


def _in_use(backend: Any) -> Iterator[Any]:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def at(home: Path, *args: str, **more: Any) -> Ran:
    """A run with this home."""
    return run(*args, "--home", str(home), **more)


def shown(home: Path, found: Ran) -> str:
    """What a run said, with the home left out."""
    return (found.out + "---\n" + found.err).replace(str(home), "HOME")


@pytest.mark.parametrize(
    ("name", "text", "env"),
    [
        ("nothing-is-set", None, {}),
        ("of-every-origin", TEXT, {"OPENAI_BASE_URL": "http://me:pw@localhost:1/v1", "CLAIMWRIGHT_RPM": "30"}),
        ("a-key-in-the-environment", None, {"OPENAI_API_KEY": KEY}),
        ("a-key-in-the-keyring", 'key = "keyring"\n', {}),
        ("faulty", "limit = 0\nmodle = 1\n", {}),
    ],
)
def test_every_setting_is_shown_with_its_origin(
    tmp_path: Path, golden: Callable[[str, str], None], name: str, text: str | None, env: dict[str, str]
) -> None:
    if text is not None:
        (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    found = at(tmp_path, "config", "--guide", "aliexpress", **env)
    assert found.code == (2 if name == "faulty" else 0)
    assert KEY not in found.out + found.err
    assert "pw" not in found.out
    golden(f"cli/config/{name}.txt", shown(tmp_path, found))


def test_for_programs_it_is_one_object(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(TEXT, encoding="utf-8")
    held = at(tmp_path, "config", "--json").record()
    rows = {row["name"]: (row["value"], row["origin"]) for row in held["settings"]}
    assert (held["file"], held["faults"]) == (str(tmp_path / "config.toml"), [])
    assert rows["limit"] == (900, "config.toml")
    assert rows["timeout"] == (60.0, "default")
    assert rows["home"] == (str(tmp_path), "--home")
    assert rows["guide"] == ("aliexpress", "default")
    (tmp_path / "config.toml").write_text("limit = 0\n", encoding="utf-8")
    found = at(tmp_path, "config", "--json")
    assert (found.code, len(json.loads(found.out)["faults"])) == (2, 1)


def test_one_line_is_changed_and_every_other_stays(tmp_path: Path) -> None:
    file = tmp_path / "own" / "config.toml"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    assert at(file.parent, "config", "set", "limit", "800").code == 0
    assert at(file.parent, "config", "set", "--model", 'a "b" \\c é').code == 0
    expected = TEXT.replace("limit = 900   # short", "limit = 800") + 'model = "a \\"b\\" \\\\c é"\n'
    assert file.read_text(encoding="utf-8") == expected
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert at(file.parent, "config", "unset", "limit").code == 0
    assert file.read_text(encoding="utf-8") == expected.replace("limit = 800\n", "")


def test_the_folder_is_made_for_its_owner_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = run("config", "set", "timeout", "9.5", XDG_CONFIG_HOME=str(tmp_path / "new"))
    folder = tmp_path / "new" / "claimwright"
    assert (found.code, found.out) == (0, "")
    assert (folder / "config.toml").read_text(encoding="utf-8") == "timeout = 9.5\n"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    path = run("config", "path", XDG_CONFIG_HOME=str(tmp_path / "new"))
    assert path.out == f"{folder / 'config.toml'}\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("set", "modle", "x"), '"modle" is no setting. Did you mean "model"?'),
        (("set", "limit", "many"), "limit is a whole number."),
        (("set", "limit", "0"), "limit is a whole number of at least 1."),
        (("set", "rpm", "-3"), "rpm is a number above 0."),
        (("set", "writer", "templat"), 'writer is one of auto, template, model. Did you mean "template"?'),
        (("set", "base_url", "localhost"), "base_url cannot be used: it starts with http:// or https://"),
        (("set", "model", "a\nb"), "model is a text on one line."),
        (("set", "key", KEY), "a key is kept in the keyring, by `claimwright config key`"),
        (("set", "api-key", KEY), "a key is kept in the keyring, by `claimwright config key`"),
        (("set", "OPENAI_API_KEY", KEY), "a key is kept in the keyring, by `claimwright config key`"),
        (("unset", "modle"), '"modle" is no setting. Did you mean "model"?'),
        (("set", "limit"), "Missing argument"),
    ],
)
def test_what_is_no_setting_changes_nothing_and_shows_no_key(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    (tmp_path / "config.toml").write_text(TEXT, encoding="utf-8")
    found = at(tmp_path, "config", *args)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert KEY not in found.err
    assert (tmp_path / "config.toml").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    ("text", "args", "code", "after"),
    [
        ("modle = 1\n", ("unset", "modle"), 0, ""),
        ("modle = 1\n", ("set", "limit", "5"), 0, "modle = 1\nlimit = 5\n"),
        ("limit = 0", ("set", "limit", "5"), 0, "limit = 5"),
        ("# no end", ("set", "limit", "5"), 0, "# no end\nlimit = 5\n"),
        ("[own]\na = 1\n", ("set", "limit", "5"), 0, "limit = 5\n[own]\na = 1\n"),
        ('"limit" = 7\r\nrpm = 1\r\n', ("set", "limit", "5"), 0, "limit = 5\nrpm = 1\n"),
        ("limit = [\n1]\n", ("unset", "limit"), 2, "limit = [\n1]\n"),
        ("limit = [\n1]\n", ("set", "limit", "5"), 2, "limit = [\n1]\n"),
        ('model = """\nlimit = 3"""\n', ("set", "limit", "5"), 2, 'model = """\nlimit = 3"""\n'),
        ("limit =\n", ("set", "rpm", "5"), 2, "limit =\n"),
        ("[limit]\na = 1\n", ("set", "limit", "5"), 2, "[limit]\na = 1\n"),
    ],
)
def test_a_file_that_somebody_wrote_is_mended_or_left_alone(
    tmp_path: Path, text: str, args: tuple[str, ...], code: int, after: str
) -> None:
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    found = at(tmp_path, "config", *args)
    assert found.code == code
    assert "Traceback" not in found.err
    assert (tmp_path / "config.toml").read_text(encoding="utf-8") == after


def test_it_is_said_where_the_environment_or_another_fault_keeps_a_setting_from_being_used(tmp_path: Path) -> None:
    found = at(tmp_path, "config", "set", "limit", "5", CLAIMWRIGHT_LIMIT="9")
    assert "CLAIMWRIGHT_LIMIT is set in the environment, and comes first." in found.err
    (tmp_path / "config.toml").write_text("modle = 1\n", encoding="utf-8")
    assert "Nothing in the file is used before this is mended" in at(tmp_path, "config", "set", "rpm", "5").err


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = run("config", "set", "limit", "5", XDG_CONFIG_HOME=str(tmp_path / "file"))
    assert (found.code, "(Not a directory)" in found.err) == (8, True)


def test_a_key_is_kept_used_for_its_host_alone_and_deleted(tmp_path: Path, held: Held) -> None:
    with endpoint("no draft") as here, endpoint("no draft") as elsewhere:
        kept = at(tmp_path, "config", "key", stdin=f"{KEY}\n", OPENAI_BASE_URL=here.url)
        host = here.url.split("/")[2]
        assert (kept.code, kept.out) == (0, "")
        assert kept.err == f"The key for {host} is kept in the keyring (of the test).\n"
        assert held.kept == {("claimwright", host): KEY}
        assert KEY not in (tmp_path / "config.toml").read_text(encoding="utf-8")
        draft = ("draft", "-q", "--writer", "model", example("wrong-colour"))
        assert at(tmp_path, *draft, "--base-url", here.url).code == 5
        assert at(tmp_path, *draft, "--base-url", elsewhere.url).code == 5
        assert (set(here.keys), set(elsewhere.keys)) == ({f"Bearer {KEY}"}, {None})
        asked = len(here.keys)
        assert at(tmp_path, *draft, "--base-url", here.url, OPENAI_API_KEY="sk-other").code == 5
        assert set(here.keys[asked:]) == {"Bearer sk-other"}
        deleted = at(tmp_path, "config", "key", "--delete", OPENAI_BASE_URL=here.url)
        assert (deleted.code, held.kept) == (0, {})
        assert "key" not in (tmp_path / "config.toml").read_text(encoding="utf-8")
        assert "is not in the keyring" in at(tmp_path, "config", "key", "--delete", OPENAI_BASE_URL=here.url).err


def test_a_key_in_the_keyring_is_a_model_that_is_set_up(tmp_path: Path, held: Held) -> None:
    assert at(tmp_path, "config", "key", stdin=KEY).code == 0
    # Quietly, nothing goes to a host of which the buyer was not told.
    found = at(tmp_path, "draft", "--json", "-q", example("wrong-colour"))
    assert (
        found.record()["notes"]
        != at(tmp_path, "draft", "--json", "-q", "--writer", "template", example("wrong-colour")).record()["notes"]
    )


@pytest.mark.parametrize("stdin", ["", "\n", "two words\n", "clé\n"])
def test_what_is_no_key_is_not_kept(tmp_path: Path, held: Held, stdin: str) -> None:
    found = at(tmp_path, "config", "key", stdin=stdin)
    assert (found.code, found.out, held.kept) == (2, "", {})
    assert not stdin.strip() or stdin.strip() not in found.err


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        (NoKeyring, f"This system has no keyring that can be used. {INSTEAD}"),
        (Locked, f"The keyring is locked. {INSTEAD}"),
        (Slow, f"The keyring did not answer within 0.2 seconds; it may wait to be unlocked. {INSTEAD}"),
        (Broken, f"The keyring cannot be used (RuntimeError). {INSTEAD}"),
    ],
    ids=["none", "locked", "slow", "broken"],
)
def test_a_keyring_that_does_not_open_is_told_and_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend: Any, said: str
) -> None:
    monkeypatch.setattr(keys, "_SECONDS", 0.2)
    (tmp_path / "config.toml").write_text('key = "keyring"\n', encoding="utf-8")
    for _ in _in_use(backend()):
        asked = at(tmp_path, "draft", "--writer", "model", example("wrong-colour"))
        assert (asked.code, asked.out, asked.err) == (6, "", f"{said}\n")
        fell_back = at(tmp_path, "draft", example("wrong-colour"))
        assert (fell_back.code, fell_back.out) == (0, MESSAGE)
        assert said in " ".join(fell_back.err.split())
        untouched = at(tmp_path, "draft", "--writer", "template", example("wrong-colour"))
        assert (untouched.code, said in " ".join(untouched.err.split())) == (0, False)
        if backend in (NoKeyring, Locked):
            kept = at(tmp_path, "config", "key", stdin=KEY)
            assert (kept.code, kept.err) == (6, f"{said}\n")


def test_a_key_that_is_typed_is_not_shown(tmp_path: Path) -> None:
    with talk(
        tmp_path, "config", "key", PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring", XDG_CONFIG_HOME=str(tmp_path)
    ) as said:
        said.child.expect("Key for api.openai.com .it is not shown.: ")
        said.child.sendline(KEY)
        code, text = said.ends()
    assert code == 0
    assert "is kept in the keyring" in text
    assert KEY not in text

"""Where a guide is found, and that nothing but a guide and what presents ours names a marketplace."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimwright import marketplace
from claimwright.errors import CannotReadWrite, UsageError
from claimwright.marketplace import DEFAULT_GUIDE, installed, load_marketplace, marketplace_of, place_of

ROOT = Path(__file__).parents[1]
OURS = marketplace_of(DEFAULT_GUIDE)
NAMES = re.compile("|".join(sorted(OURS.words)), re.IGNORECASE)
PRESENTING = {
    "src/claimwright/marketplace.py": 1,  # the guide that is in force unless another is named
    "src/claimwright/cli/main.py": 1,  # what `claimwright --help` says it is for
    "src/claimwright/cli/welcome.py": 1,  # and `claimwright` alone
}
WHOLE = 'marketplace = "Millpond"\nwords = ["millpond"]\nhosts = ["millpond.example"]\n'


@pytest.fixture
def bringing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose distributions are installed for this process."""
    monkeypatch.syspath_prepend(str(tmp_path))
    kept = (marketplace._others, place_of, marketplace_of)
    for one in kept:
        one.cache_clear()
    yield tmp_path
    for one in kept:
        one.cache_clear()


def bring(folder: Path, distribution: str, name: str, package: str) -> None:
    """A distribution that says of itself that it brings a guide."""
    info = folder / f"{distribution}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[claimwright.guides]\n{name} = {package}\n", encoding="utf-8")


def test_nothing_but_a_guide_and_what_presents_ours_names_a_marketplace() -> None:
    found = {}
    for folder in ("src", "prompts", "templates"):
        for path in sorted((ROOT / folder).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            of_guide = name.startswith("src/claimwright/guide/aliexpress/")
            if of_guide or "__pycache__" in name or not path.is_file():
                continue
            if hits := NAMES.findall(path.read_text(encoding="utf-8")):
                found[name] = len(hits)
    assert found == PRESENTING


def test_our_guide_is_found_without_a_look_at_what_is_installed() -> None:
    code = "import json, sys; from claimwright.marketplace import marketplace_of; marketplace_of('aliexpress')"
    code += "; print(json.dumps([one for one in sys.modules if one.startswith('importlib.metadata')]))"
    code = f"import sys; sys.path += {sys.path!r}; {code}"
    ran = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, check=True, text=True)
    assert json.loads(ran.stdout) == []


def test_our_own_distribution_names_our_guide_too() -> None:
    from importlib.metadata import entry_points

    ours = [one.value for one in entry_points(group=marketplace.GROUP) if one.name == DEFAULT_GUIDE]
    assert ours in ([], [place_of(DEFAULT_GUIDE).package]), "an older installation names none"
    assert installed()[0] == DEFAULT_GUIDE


def test_a_guide_is_found_by_its_entry_point(bringing: Path) -> None:
    bring(bringing, "millpond", "millpond", "millpond_guide")
    (bringing / "millpond_guide").mkdir()
    (bringing / "millpond_guide" / "__init__.py").touch()
    (bringing / "millpond_guide" / "guide.toml").write_text(WHOLE, encoding="utf-8")
    assert installed() == ("aliexpress", "millpond")
    assert place_of("millpond").folder == bringing / "millpond_guide"
    assert marketplace_of("millpond").name == "Millpond"


def test_no_other_takes_the_place_of_ours(bringing: Path) -> None:
    bring(bringing, "other", "aliexpress", "other_guide")
    assert installed() == ("aliexpress",)
    assert place_of("aliexpress").package == "claimwright.guide.aliexpress"


def test_two_guides_of_one_name_are_refused(bringing: Path) -> None:
    bring(bringing, "first", "millpond", "first_guide")
    bring(bringing, "second", "millpond", "second_guide")
    with pytest.raises(UsageError) as caught:
        place_of("millpond")
    assert str(caught.value).startswith('More than one package brings a guide named "millpond": ')
    assert {"first_guide", "second_guide"} == set(re.findall(r"\w+_guide", str(caught.value)))


@pytest.mark.parametrize("package", ["gone_guide", "gone_guide.inside", "json.decoder", "not a name"])
def test_a_package_that_is_not_there_is_told_in_one_line(bringing: Path, package: str) -> None:
    bring(bringing, "millpond", "millpond", package)
    with pytest.raises(CannotReadWrite) as caught:
        place_of("millpond")
    assert str(caught.value) == f'The guide "millpond" is installed, but its package {package} is not there.'


def test_a_file_that_is_missing_is_named(bringing: Path) -> None:
    bring(bringing, "millpond", "millpond", "millpond_guide")
    (bringing / "millpond_guide").mkdir()
    (bringing / "millpond_guide" / "__init__.py").touch()
    with pytest.raises(CannotReadWrite, match=r"guide\.toml"):
        marketplace_of("millpond")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("", "not nothing", id="empty"),
        pytest.param(WHOLE + "colour = 1\n", "colour", id="an unknown key"),
        pytest.param(WHOLE.replace('"Millpond"', '" "'), "marketplace must be a name", id="a blank name"),
        pytest.param(WHOLE.replace('["millpond"]', '"millpond"'), "words must be a list", id="words that are no list"),
        pytest.param(WHOLE.replace('["millpond"]', '["Millpond"]'), "one word in small letters", id="capitals"),
        pytest.param(WHOLE.replace('["millpond"]', '["mill pond"]'), "one word in small letters", id="two words"),
        pytest.param(WHOLE.replace('["millpond"]', '["mill-pond"]'), "letters and figures only", id="a hyphen"),
        pytest.param("marketplace =", "Invalid value", id="no TOML"),
    ],
)
def test_what_does_not_belong_in_guide_toml_is_named(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        load_marketplace(text)

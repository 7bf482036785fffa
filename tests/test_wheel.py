"""The wheel holds what it needs and nothing else, and works in an empty folder far from the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input"]
KEPT_OUT = (
    "tests/",
    "examples/",
    "bench/",
    "docs/",
    "cassettes/",
    "__pycache__",
    ".pyc",
    ".gitignore",
    ".venv",
    ".env",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([*PIP, "wheel", *options], check=True, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from the wheel; its dependencies are those of the environment of the tests."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False)
    place = {"base": str(home), "platbase": str(home)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=place))
    python = Path(sysconfig.get_path("scripts", "venv", vars=place)) / Path(sys.executable).name
    # A plain path comes after this environment's own packages, and the other's .pth files are not read.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    subprocess.run([*PIP, "--python", str(python), "install", "--no-index", "--no-deps", str(wheel)], check=True)
    return python.with_name("claimwright")


def run(command: Path, folder: Path, *args: str) -> str:
    """What the installed command prints in a folder."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CLAIMWRIGHT"))}
    env |= {"CLAIMWRIGHT_TODAY": "2026-11-22", "COLUMNS": "88", "PYTHONUTF8": "1"}
    ran = subprocess.run([command, *args], cwd=folder, env=env, capture_output=True, check=True, encoding="utf-8")
    return ran.stdout


def _shipped(*places: str) -> set[str]:
    return {
        f"claimwright/{path.relative_to(ROOT / place).as_posix()}"
        if place == "src/claimwright"
        else f"claimwright/{path.relative_to(ROOT).as_posix()}"
        for place in places
        for path in (ROOT / place).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_code_the_guide_and_the_words_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {name for name in names if ".dist-info/" not in name}
    assert package == _shipped("src/claimwright", "templates", "prompts")
    assert {"claimwright/guide/aliexpress/passages.md", "claimwright/guide/aliexpress/platform.toml"} < package
    assert {"claimwright/templates/page/check.j2", "claimwright/templates/facts.toml"} < package
    assert [name for name in names for part in KEPT_OUT if part in name] == []
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_a_file_that_git_ignores_stays_out(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in ("src", "templates", "prompts"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, checkout)
    for name in ("src/claimwright/__pycache__/x.pyc", "templates/build/x.j2", "src/claimwright/.venv/x.py"):
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).write_text("secret")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=checkout, check=True, capture_output=True)
    (found,) = tmp_path.glob("*.whl")
    assert [name for name in zipfile.ZipFile(found).namelist() if "/x." in name] == []


def test_an_installed_wheel_works_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples/wrong-colour.json", tmp_path / "case.json")
    where = "import claimwright; print(claimwright.__file__)"
    assert str(installed.parents[1]) in run(installed.with_name(Path(sys.executable).name), tmp_path, "-c", where)
    page = (ROOT / "tests/golden/cli/check/wrong-colour.txt").read_text(encoding="utf-8")
    assert run(installed, tmp_path, "check", "case.json") == page
    message = (ROOT / "tests/golden/messages/wrong-colour.txt").read_text(encoding="utf-8")
    assert run(installed, tmp_path, "draft", "--quiet", "case.json") == message
    assert '"$schema"' in run(installed, tmp_path, "schema")
    assert run(installed, tmp_path, "guide", "G19").startswith("G19  ")
    assert [path.name for path in tmp_path.iterdir()] == ["case.json"]

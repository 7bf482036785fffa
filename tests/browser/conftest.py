"""Chromium, and the reports that it opens: a usual one, and one of ten thousand cases."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.batch.reported import page as report
from tests.batch.reported import results

from .showing import DESK, MANY, Opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


HOW = "The report is looked at in Chromium: apt install chromium, or set CHROMIUM to where it is; then make browser."
ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None or not Path(path).is_file():
        pytest.fail(HOW)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.fail("Playwright is missing: pip install -e '.[browser]', which make browser does.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opened]:
    """Opens a file; whatever it says on the console, loads or leaves sticking out is a fault."""
    said: list[str] = []
    pages: list[Page] = []

    def open_page(path: Path, size: tuple[int, int] = DESK, *, scheme: str = "light", script: bool = True) -> "Page":
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert said == []


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("usual"), results(160))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("many"), results(MANY))

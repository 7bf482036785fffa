"""The report in Chromium, as a desk and a phone see it: it fits, prints, is reached by keys, and stays quiet."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.batch.reported import page as report
from tests.batch.test_report_html import HOSTILE, attacked

from .showing import DESK, PHONE, Opened, count, ids, settled, sticks_out

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SHOTS = Path(__file__).parents[2] / "build/report"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_it_fits_the_screen_open_and_closed(opened: Opened, many: Path, size: tuple[int, int], scheme: str) -> None:
    page = opened(many, size, scheme=scheme)
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{size[0]}-{scheme}.png")
    assert not sticks_out(page)
    for number in (8, 1, 0):
        page.locator("#list .opener").nth(number).click()
    page.locator("#cases-title").evaluate("title => title.scrollIntoView({behavior: 'instant'})")
    page.screenshot(path=SHOTS / f"{size[0]}-{scheme}-list.png")
    assert not sticks_out(page)
    assert page.locator("#list .detail").count() == 3
    assert page.locator("#list thead").is_visible() is (size == DESK)
    assert page.locator("#order").is_visible() is (size == PHONE)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 22, 27)"
    assert dark is (scheme == "dark")


@pytest.mark.parametrize("width", [320, 600, 800, 901, 1024])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_it_fits_whatever_lies_between(opened: Opened, usual: Path, width: int, media: str) -> None:
    if media == "print":
        width = max(width, 680)  # a sheet of A4 between its margins
    page = opened(usual, (width, 900))
    for number in (8, 1, 0):
        page.locator("#list .opener").nth(number).click()
    page.emulate_media(media="print" if media == "print" else "screen")
    assert not sticks_out(page)
    assert page.locator("#list thead").is_visible() is (media == "print" or width > 900)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_hostile_texts_are_shown_and_do_nothing(opened: Opened, tmp_path: Path, size: tuple[int, int]) -> None:
    long = ["A" * 3000, "<b>" * 500, "https://example.invalid/" + "x" * 500]
    given = [attacked(text) for text in [*HOSTILE, *long]]
    page = opened(report(tmp_path, given), size)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    assert count(page) == f"{len(given)} cases"
    for opener in page.locator("#list .opener").all():
        opener.click()
    assert page.locator("#list .detail").count() == len(given)
    assert not sticks_out(page)
    assert page.locator("img, #list script, #list b b").count() == 0
    shown = page.locator("#list .opener bdi").all_text_contents()
    assert shown[0] == HOSTILE[0]
    assert not set("".join(shown)) & set("\u202e\u2066\x00\x1b\x9b\ud800")
    assert "\ufffdgnp.exe" in shown[HOSTILE.index("\u202egnp.exe\u2066\u2069")]
    page.fill("#text", "onerror=alert")
    settled(page, f"1 of {len(given)} cases")


def test_the_policy_stops_what_does_not_belong_to_the_page(browser: "Browser", usual: Path) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(usual.as_uri())
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            try { script.textContent = 'document.title = "run"'; document.body.append(script); } catch {}
            const image = new Image(); image.src = 'http://127.0.0.1:9/x.png'; document.body.append(image);
            try { document.body.insertAdjacentHTML('beforeend', '<b id=made>made</b>'); } catch {}
        }"""
    )
    page.wait_for_timeout(200)
    assert page.title() != "run"
    assert page.locator("#made").count() == 0
    assert any("img-src" in one or "default-src" in one for one in refused), refused
    page.close()


def test_without_javascript_the_numbers_and_a_note_are_there(opened: Opened, usual: Path) -> None:
    page = opened(usual, PHONE, script=False)
    assert page.locator("h1").inner_text().startswith("160 cases, ")
    assert page.locator(".bars .fill").first.bounding_box()
    assert "needs JavaScript" in page.locator("noscript .note").inner_text()
    assert page.locator("#filters").is_hidden()
    assert not sticks_out(page)


def test_printing_leaves_out_what_cannot_be_pressed_and_brings_the_rest_of_the_rows(
    opened: Opened, usual: Path, many: Path
) -> None:
    page = opened(usual)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(ids(page)) == 160
    assert page.locator("#filters").is_hidden()
    assert page.locator(".printed").is_hidden()
    page = opened(many)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".printed").inner_text() == (
        "Printed here: the first 1,000 of 10,000 cases. Filter the list to print fewer."
    )


def test_everything_is_reached_by_the_tab_key_and_shows_where_one_is(opened: Opened, usual: Path) -> None:
    page = opened(usual)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "[document.activeElement.id || document.activeElement.className || document.activeElement.tagName,"
                " getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                " || document.activeElement.matches('input, select')]"
            )
        )
    assert {"text", "verdict", "outcome", "writer", "from", "under", "opener"} <= {name for name, _ in reached}
    assert [name for name, seen in reached if not seen] == []

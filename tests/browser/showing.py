"""What a page of a report shows: its cases, their number, one column, and whether it fits the screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


PHONE, DESK = (375, 812), (1280, 900)
MANY = 10_000

Opened = Callable[..., "Page"]


def ids(page: "Page") -> list[str]:
    found: list[str] = page.locator("#list .opener").all_inner_texts()
    return found


def count(page: "Page") -> str:
    found: str = page.locator("#count").inner_text()
    return found


def column(page: "Page", name: str) -> list[str]:
    found: list[str] = page.locator(f'#list td[data-label="{name}"]').all_inner_texts()
    return found


def sticks_out(page: "Page") -> bool:
    found: bool = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found


def in_batch_order(page: "Page") -> "Page":
    """The page, its list in the order of the batch, which is sorted by the days left at first."""
    for _ in range(2):
        page.get_by_role("button", name="Days left").click()
    return page


def settled(page: "Page", said: str) -> None:
    page.wait_for_function("said => document.getElementById('count').textContent === said", arg=said)

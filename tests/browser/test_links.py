"""What a link brings back, in a real browser: the stretch of time too; saved views; and the back button."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor


def zoomed(visitor: Visitor, address: str) -> list[float]:
    """The view of somebody who looks at a year and then searches."""
    visitor.open(address).drawn()
    visitor.page.get_by_role("button", name="Show a year").click()
    visitor.settled()
    visitor.part("filter-text").locator("input").fill("Taliban")
    expect(visitor.part("event-count")).to_contain_text(" of ")
    return visitor.settled().view()


def expect_view(visitor: Visitor, seen: list[float]) -> None:
    """Waits for the stretch of time: a busy machine draws it a while after the page has changed."""
    visitor.drawn()
    until = time.monotonic() + 30
    while visitor.view() != pytest.approx(seen, abs=1000):
        assert time.monotonic() < until, (visitor.view(), seen)
        visitor.settled()


def test_a_copied_link_shows_the_same_stretch_of_time(visitor: Visitor, seeds: str) -> None:
    seen = zoomed(visitor, seeds)
    copied = visitor.page.url
    assert "view=" in copied
    visitor.page.goto("about:blank")
    expect_view(visitor.open(copied), seen)


def test_the_stretch_of_time_holds_on_the_way_through_the_pages(visitor: Visitor, seeds: str) -> None:
    seen = zoomed(visitor, seeds)
    visitor.page.get_by_role("link", name="Agenda").click()
    expect(visitor.page.locator(".agenda .event").first).to_be_visible()
    visitor.page.get_by_role("link", name="Timeline").click()
    expect_view(visitor, seen)


def test_a_saved_view_goes_back_to_its_stretch_of_time(visitor: Visitor, seeds: str) -> None:
    seen = zoomed(visitor, seeds)
    visitor.part("saved").get_by_role("button").first.click()
    name = visitor.page.get_by_role("textbox", name="Save this view as")
    name.fill("The year")
    name.press("Enter")
    expect(visitor.part("saved-open").get_by_role("button")).to_be_enabled()
    visitor.press("Escape")
    visitor.page.get_by_role("button", name="Show all").click()
    visitor.settled()
    visitor.part("filter-clear").get_by_role("button").click()
    visitor.settled()
    assert visitor.view() != pytest.approx(seen, abs=1000)
    visitor.part("saved").get_by_role("button").first.click()
    visitor.part("saved-open").get_by_role("button").click()
    expect(visitor.part("event-count")).to_contain_text(" of ")
    expect_view(visitor, seen)
    assert visitor.link()["q"] == ["Taliban"]


def test_back_closes_what_was_opened_and_keeps_the_page(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/agenda")
    visitor.page.locator(".agenda .event").nth(2).click()
    expect(visitor.part("excerpt").locator("article.event")).to_be_visible()
    visitor.page.go_back()
    expect(visitor.part("excerpt").locator("article.event")).to_have_count(0)
    expect(visitor.page.locator(".agenda .event").first).to_be_visible()

"""What a link brings back, in a real browser: the stretch of time too; saved views; and the back button."""

import re
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
    visitor.page.get_by_role("link", name="Timeline", exact=True).click()
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


def pan(visitor: Visitor, by: float) -> None:
    """Drags the chart aside."""
    box = visitor.page.locator(".dl-plot .nsewdrag").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    visitor.page.mouse.move(x, y)
    visitor.page.mouse.down()
    visitor.page.mouse.move(x + by, y, steps=6)
    visitor.page.mouse.up()
    visitor.settled()


def test_a_pan_is_in_the_address_and_back_leads_to_what_was_chosen_before(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    everything = visitor.count()
    visitor.choose_actor("Taliban")
    visitor.settled()
    for by in (90, 60, 40):
        pan(visitor, by)
        expect(visitor.page).to_have_url(re.compile("view="))
    seen = visitor.view()
    visitor.page.wait_for_url(f"**view={seen[0]:.0f}..{seen[1]:.0f}**")
    visitor.page.reload()
    expect_view(visitor, seen)
    visitor.page.go_back()
    visitor.expect_count(everything)


def test_a_link_brings_back_how_the_lanes_are_made(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    names = visitor.page.locator(".dl-heads .dl-name bdi")
    visitor.page.locator(".dl-lanes summary").click()
    visitor.page.locator(".dl-lanes").get_by_role("combobox").select_option("source")
    expect(names.filter(has_text="How Kabul fell")).to_have_count(1)
    visitor.page.locator(".dl-lanes summary").click()
    first = names.first.inner_text()
    visitor.page.get_by_role("button", name=f"Fold {first}").press("Enter")
    expect(visitor.page).to_have_url(re.compile("by=document&.*fold=|fold=.*by=document"))
    copied, made = visitor.page.url, names.all_inner_texts()
    visitor.page.goto("about:blank")
    visitor.open(copied).drawn()
    expect(visitor.page.get_by_role("button", name=f"Unfold {first}")).to_have_count(1)
    assert names.all_inner_texts() == made


def test_back_and_forward_lead_through_pages_and_what_was_chosen_there(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    everything = visitor.count()
    visitor.choose_actor("Taliban")
    left = visitor.count()
    visitor.page.get_by_role("link", name="Agenda").click()
    entries = visitor.page.locator(".agenda .event")
    expect(entries).to_have_count(left)
    entries.nth(1).click()
    excerpt = visitor.part("excerpt").locator("article.event")
    expect(excerpt).to_be_visible()
    visitor.ready().page.go_back()
    expect(excerpt).to_have_count(0)
    expect(entries).to_have_count(left)
    visitor.ready().page.go_forward()
    expect(excerpt).to_be_visible()
    while "/agenda" in visitor.page.url:  # turning to a page, and what it writes into the address, are each a step
        visitor.ready().page.go_back()
    visitor.drawn().expect_count(left)
    steps = 0
    while "actor=" in visitor.page.url and steps < 3:
        visitor.ready().page.go_back()
        steps += 1
    visitor.expect_count(everything)


def test_a_saved_view_opens_its_page_from_another_and_is_taken_away(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/agenda?q=Doha")
    entries = visitor.page.locator(".agenda .event")
    expect(entries.first).to_be_visible()
    left = visitor.count()

    def views() -> None:
        visitor.ready().part("saved").get_by_role("button").first.click()

    views()
    name = visitor.page.get_by_role("textbox", name="Save this view as")
    name.fill("Doha by day")
    name.press("Enter")
    expect(visitor.part("saved-open").get_by_role("button")).to_be_enabled()
    visitor.press("Escape")
    visitor.page.get_by_role("link", name="Actors").click()
    visitor.part("filter-clear").get_by_role("button").click()
    expect(visitor.part("event-count")).not_to_contain_text(" of ")
    views()
    visitor.part("saved-open").get_by_role("button").click()
    expect(entries).to_have_count(left)
    assert visitor.link() == {"q": ["Doha"]}
    views()
    visitor.page.get_by_role("combobox", name="Saved views").click()
    visitor.page.get_by_role("option", name="Doha by day").click()
    visitor.part("saved-remove").get_by_role("button").click()
    # nothing is chosen any more; other tests may have left views of theirs
    expect(visitor.part("saved-open").locator("button:not([disabled])")).to_have_count(0)
    visitor.ready().page.reload()
    views()
    expect(visitor.page.get_by_role("textbox", name="Save this view as")).to_be_visible()
    if (saved := visitor.page.get_by_role("combobox", name="Saved views")).count():
        saved.click()
        expect(visitor.page.get_by_role("option").first).to_be_visible()
        expect(visitor.page.get_by_role("option", name="Doha by day")).to_have_count(0)

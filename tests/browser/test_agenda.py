"""The agenda as a person uses it: what the chart shows, as a list."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.test_timeline_page import PHONE
from tests.browser.visitor import Visitor


def entries(visitor: Visitor) -> Locator:
    """The events of the list."""
    return visitor.page.locator(".agenda .event")


def test_the_chart_leads_to_the_same_events_as_a_list(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/?actor=Taliban").drawn()
    left = visitor.count()
    visitor.part("as-list").get_by_role("link").click()
    expect(entries(visitor)).to_have_count(left)
    visitor.expect_count(left)
    assert visitor.link() == {"actor": ["Taliban"]}


def test_a_click_opens_the_excerpt_and_the_keys_step_on(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/agenda")
    expect(visitor.part("excerpt")).to_contain_text("These are four sample articles")
    second = entries(visitor).nth(1)
    second.click()
    visitor.expect_excerpt(second.get_attribute("data-event") or "")
    expect(second).to_have_attribute("aria-current", "true")
    visitor.press("k")
    third = entries(visitor).nth(2)
    expect(third).to_have_attribute("aria-current", "true")
    identifier = third.get_attribute("data-event") or ""
    visitor.expect_excerpt(identifier)
    visitor.part("ways").get_by_role("link", name="Show it on the timeline").click()
    assert identifier in visitor.drawn().in_sight()


def test_the_excerpt_stays_in_sight_beside_a_long_list(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/agenda?event=doha-talks:3033-3057")
    chosen = visitor.page.locator(".agenda .event[aria-current=true]")
    expect(chosen).to_be_in_viewport()
    assert visitor.page.evaluate("() => document.querySelector('.stMain').scrollTop") > 1000
    expect(visitor.part("excerpt").locator("article h2")).to_be_in_viewport()


def test_dates_are_headings_and_events_are_reached_by_keyboard(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/agenda?q=Doha")
    day = visitor.page.get_by_role("heading", name="9 to 10 October 2021")
    expect(day.first).to_contain_text("lasted this long")
    first = entries(visitor).first
    first.focus()
    visitor.press("Enter")
    visitor.expect_excerpt(first.get_attribute("data-event") or "")
    found = visitor.part("found")  # the words stand in the documents, too
    found.get_by_text("In the text of 3 documents").click()
    found.get_by_role("button", name="Read it here").first.click()
    expect(visitor.page.locator(".reader .found").first).to_have_text("Doha")


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_on_a_phone_the_list_fits_and_its_targets_are_large(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/agenda")
    expect(entries(visitor).first).to_be_visible()
    assert visitor.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    entries(visitor).nth(3).tap()
    excerpt = visitor.part("excerpt").locator("article.event")
    expect(excerpt.locator("blockquote").first).to_be_in_viewport()
    box = entries(visitor).first.bounding_box()
    assert box and box["height"] >= 44


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_on_a_phone_the_chosen_event_is_not_behind_its_excerpt(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/agenda?event=doha-talks:3033-3057")
    expect(visitor.part("excerpt").locator("article.event")).to_be_visible()
    visitor.page.wait_for_function(
        """() => {
          const roots = [document, ...[...document.querySelectorAll('.st-key-agenda *')].map((part) => part.shadowRoot).filter(Boolean)]
          const event = roots.map((root) => root.querySelector('.event[aria-current="true"]')).find(Boolean)
          const sheet = document.querySelector('.st-key-excerpt').getBoundingClientRect()
          const box = event?.getBoundingClientRect()
          return box && box.top > 0 && box.bottom <= sheet.top + 1
        }"""
    )

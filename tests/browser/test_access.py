"""Nobody is kept out: axe-core on the pages (WCAG 2.2 AA), the keyboard, less motion, paper, the names of the pages."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_timeline_page import PHONE
from tests.browser.visitor import Visitor

PAGES = {
    "timeline": "",
    "agenda": "agenda?event=doha-talks:3033-3057",
    "actors": "actors?actor=Taliban",
    "compare": "compare?event=doha-talks:3033-3057",
    "document": "document?event=doha-talks:3033-3057",
    "add": "add",
    "review": "review",
}
NAMES = dict(zip(PAGES, ("Timeline", "Agenda", "Actors", "Compare", "Documents", "Add documents", "Review"), strict=True))
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
NOT_OURS = ".stDataFrameGlideDataEditor, [data-testid='stDataFrame'] canvas"
"""Inside the grid, which Streamlit draws, nothing can be changed."""
SHOWN = {
    "timeline": ".dl-plot .nsewdrag",
    "agenda": ".st-key-decide-edit button",
    "actors": ".companions button",
    "compare": ".st-key-happenings canvas",
    "document": ".st-key-decide-edit button",
    "add": "textarea",
    "review": ".st-key-decide-edit button",
}
"""What must be there before a page is looked at."""
REACHED = {
    "timeline": {"filter-text", "filter-actors", "filter-more", "saved", "timeline", "as-list", "step-K", "export-csv"},
    "agenda": {"filter-text", "agenda", "step-K", "close", "open-document", "decide-accept"},
    "actors": {"filter-match", "filter-clear", "actor"},
    "compare": {"read-0", "read-2", "happening-open"},
    "document": {"document", "remove-document", "reader", "step-K"},
    "add": {"add-text", "add-files", "add-folder", "add-title", "add-published"},
    "review": {"review-part", "decide-why", "decide-accept", "decide-reject", "decide-edit"},
}
"""Parts of a page that the focus must come to."""
THEMES = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}, "phone": {"color_scheme": "light", **PHONE}}


def faults(visitor: Visitor) -> list[str]:
    """What axe-core finds wrong with the page, a line each: the rule, and the first places."""
    visitor.page.wait_for_function("() => !document.getAnimations().some((each) => each instanceof CSSTransition)")  # colours come to rest
    found: dict[str, Any] = Axe().run(visitor.page, context={"exclude": [[NOT_OURS]]}, options=RULES).response
    assert len(found["passes"]) > 10, "there is a page to look at"
    return [
        f"{each['id']}: {[(node['target'], node['failureSummary'][:200]) for node in each['nodes'][:3]]}" for each in found["violations"]
    ]


def see(visitor: Visitor, seeds: str, page: str) -> None:
    """Opens a page and waits until it is there."""
    visitor.open(f"{seeds}/{PAGES[page]}")
    visitor.page.locator(SHOWN[page]).first.wait_for(timeout=60_000)
    visitor.ready()


@pytest.mark.parametrize("visitor", THEMES.values(), indirect=True, ids=THEMES)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_and_a_page_has_its_name_as_heading(visitor: Visitor, seeds: str, page: str) -> None:
    see(visitor, seeds, page)
    assert faults(visitor) == []
    heading = visitor.page.get_by_role("heading", level=1)
    expect(heading).to_have_text(NAMES[page])
    if visitor.page.viewport_size == PHONE["viewport"]:
        expect(heading).to_be_in_viewport(ratio=1)  # there the navigation is folded
        expect(visitor.page.locator("[data-testid=stElementToolbar]:visible")).to_have_count(0)  # it would lie on what stands above
        assert visitor.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("visitor", [THEMES["dark"], THEMES["phone"]], indirect=True, ids=["dark", "phone"])
def test_axe_finds_nothing_in_an_empty_library(visitor: Visitor, empty: str) -> None:
    visitor.open(empty)
    expect(visitor.part("empty")).to_contain_text("No documents yet")
    assert faults(visitor) == []


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_and_its_place_is_framed_and_named(visitor: Visitor, seeds: str, page: str) -> None:
    see(visitor, seeds, page)
    stops = list(visitor.stops())
    assert not [stop["html"] for stop in stops if not stop["name"]]
    assert not [stop["html"] for stop in stops if not stop["framed"]]
    assert {key for stop in stops for key in stop["keys"]} >= REACHED[page]


def test_everything_is_done_without_a_mouse(visitor: Visitor, own: str) -> None:
    page, keyboard = visitor.open(f"{own}/add").page, visitor.page.keyboard
    visitor.tab(page.get_by_label("Paste the text"))
    keyboard.type("The Harbour Union met on 4 May 2019. It struck on 9 May 2019.")
    visitor.tab(page.get_by_role("textbox", name="Title"))
    keyboard.type("By keyboard")
    visitor.tab(page.get_by_role("button", name="Find the events"))
    keyboard.press("Enter")
    expect(visitor.part("added")).to_contain_text("2 events")
    visitor.tab(visitor.part("see-added").get_by_role("button"))
    keyboard.press("Enter")
    visitor.drawn().expect_count(2)
    visitor.tab(visitor.part("filter-text").locator("input"))
    keyboard.type("met")
    visitor.expect_count(1)
    visitor.tab(page.get_by_role("link", name="Review"))
    keyboard.press("Enter")
    expect(page.get_by_text("0 of 1 reviewed")).to_be_visible()
    visitor.tab(visitor.part("decide-accept").get_by_role("button"))
    keyboard.press("Enter")
    expect(page.get_by_text("1 of 1 reviewed")).to_be_visible()
    visitor.tab(page.get_by_role("link", name="Agenda"))
    keyboard.press("Enter")
    entry = page.locator(".agenda .event").first
    expect(entry).to_contain_text("accepted")
    visitor.tab(entry)
    keyboard.press("Enter")
    expect(visitor.part("excerpt").locator("blockquote").first).to_contain_text("4 May 2019")
    visitor.tab(page.get_by_role("link", name="Timeline", exact=True))
    keyboard.press("Enter")
    visitor.drawn()
    visitor.tab(visitor.part("export-csv").get_by_role("button"))
    with page.expect_download() as download:
        keyboard.press("Enter")
    assert "Harbour Union" in download.value.path().read_text("utf-8")


@pytest.mark.parametrize("visitor", [{"reduced_motion": "reduce"}], indirect=True)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_moves_for_who_wants_it_still(visitor: Visitor, seeds: str, page: str) -> None:
    see(visitor, seeds, page)
    moving = """() => [...document.querySelectorAll('.stMain *')].filter((part) => {
      const style = getComputedStyle(part)
      return style.animationName !== 'none' || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
    }).map((part) => part.className.toString())"""
    assert visitor.page.evaluate(moving) == []


def test_on_paper_there_is_what_is_to_be_read(visitor: Visitor, seeds: str) -> None:
    see(visitor, seeds, "agenda")
    visitor.page.emulate_media(media="print")
    expect(visitor.page.locator(".agenda .event").first).to_be_visible()
    expect(visitor.part("excerpt").locator("article.event")).to_be_visible()
    for pressed in (
        visitor.part("filters"),
        visitor.part("steps"),
        visitor.part("decide-why"),
        visitor.part("decide-accept"),
        visitor.page.locator("header"),
    ):
        expect(pressed.first).to_be_hidden()
    assert visitor.page.get_by_role("button").count() == visitor.page.locator(".agenda .event").count()  # what is hidden has no role
    visitor.page.emulate_media(media="screen")
    see(visitor, seeds, "document")
    visitor.page.emulate_media(media="print")
    assert visitor.page.locator(".reader").evaluate("(reader) => reader.scrollHeight <= reader.clientHeight + 1")
    visitor.page.emulate_media(media="screen")

"""The timeline page as a person uses it."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from core import extract, read
from core.when import DAY, When
from tests.browser.conftest import ROOT
from tests.browser.visitor import Visitor

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_the_first_paint_shows_events(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    assert len(visitor.in_sight()) > 10
    assert visitor.count() >= len(visitor.marks()) > 20
    expect(visitor.part("excerpt")).to_contain_text("Choose a mark")


def test_a_click_opens_the_right_excerpt(visitor: Visitor, seeds: str) -> None:
    told = {event.id: event for document in read(ROOT / "seeds/articles") for event in extract(document)}
    visitor.open(seeds).drawn()
    marks = visitor.in_sight()
    for identifier in {marks[0], marks[len(marks) // 2], marks[-1]}:
        visitor.settled().click(identifier)  # a click into the answer to another can still lose: see docs/timeline.md
        shown = visitor.expect_excerpt(identifier)
        expect(shown.locator("blockquote").first).to_have_text(told[identifier].excerpt.text)
        expect(shown.locator("blockquote mark").filter(has_text=told[identifier].deciding.span.text).first).to_be_visible()
        expect(shown).to_contain_text("Why this date")
        visitor.page.wait_for_function("(event) => new URLSearchParams(location.search).get('event') === event", arg=identifier)


def test_a_second_click_leaves_the_excerpt_open(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    identifier = visitor.in_sight()[0]
    visitor.click(identifier)
    visitor.expect_excerpt(identifier)
    visitor.click(identifier)
    visitor.settled()
    visitor.expect_excerpt(identifier)


def test_an_actor_leaves_fewer_marks_and_clearing_brings_them_back(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    everything, marks = visitor.count(), visitor.marks()
    visitor.choose_actor("Taliban")
    with_taliban = visitor.count()
    assert 0 < with_taliban < everything
    visitor.settled()
    assert visitor.marks() < marks
    assert visitor.link()["actor"] == ["Taliban"]
    visitor.part("filter-match").get_by_text("none").click()
    visitor.expect_count(everything - with_taliban)
    assert visitor.link()["match"] == ["none"]
    visitor.part("filter-clear").get_by_role("button").click()
    visitor.expect_count(everything)
    assert visitor.link() == {}


def test_the_filters_stand_in_one_row(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/?actor=Taliban&match=all&status=happened")
    expect(visitor.part("filter-more")).to_contain_text("(1)")
    parts = [visitor.part(key) for key in ("filter-text", "filter-actors", "filter-match", "filter-more", "filter-clear", "saved")]
    visitor.drawn()  # a slow machine lays the page out more than once
    boxes = [part.bounding_box() for part in parts]
    middles = [box["y"] + box["height"] / 2 for box in boxes if box]
    assert len(middles) == len(parts) and max(middles) - min(middles) < 8


def test_the_zoom_survives_a_filter(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    first = visitor.view()
    chart = visitor.page.locator(".st-key-timeline .nsewdrag").first.bounding_box()
    assert chart
    visitor.page.mouse.move(chart["x"] + chart["width"] * 0.6, chart["y"] + 60)
    for _ in range(4):
        visitor.page.mouse.wheel(0, -400)
    visitor.settled()
    near = visitor.view()
    assert near[1] - near[0] < 0.9 * (first[1] - first[0])
    visitor.part("filter-text").locator("input").fill("Kabul")
    expect(visitor.part("event-count")).to_contain_text(" of ")
    visitor.settled()
    assert visitor.view() == pytest.approx(near)


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 1400, "height": 900}}], indirect=True)
def test_axis_and_overview_stay_in_sight(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    label = visitor.page.locator(".dl-axis span:visible").first
    for _ in range(2):
        expect(label).to_be_in_viewport(ratio=1)
        expect(visitor.page.locator(".dl-window")).to_be_in_viewport(ratio=1)
        visitor.page.mouse.move(1300, 800)
        visitor.page.mouse.wheel(0, 300)
        visitor.page.wait_for_timeout(500)


def test_a_view_that_a_filter_empties_says_what_lies_outside(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    visitor.page.locator(".dl-before").click()
    visitor.settled()
    kept = visitor.view()
    visitor.choose_actor("Joe Biden")
    expect(visitor.page.locator(".dl-nothing")).to_be_visible()
    visitor.settled()
    assert visitor.view() == pytest.approx(kept)
    expect(visitor.page.locator(".dl-nothing")).to_contain_text("No event here: 0 before")
    expect(visitor.page.locator(".dl-after")).to_contain_text(f"{visitor.count()} after")
    span = visitor.page.evaluate("() => document.querySelector('.dl-overview')._fullLayout.xaxis.range")
    assert span[0] <= kept[0] and span[1] >= kept[1]
    visitor.page.locator(".dl-folded button").first.click()
    visitor.settled()
    assert visitor.in_sight()


def test_a_typed_date_is_shown_and_what_is_none_is_said(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    box = visitor.page.get_by_role("searchbox", name="Go to a date")
    box.fill("spring 2020")
    box.press("Enter")
    expect(visitor.page.locator(".dl-range")).to_contain_text("2020")
    visitor.settled()
    start, end = visitor.view()
    assert start < When("2020-04-01").start and end > When("2020-05-31").end and end - start < 130 * DAY
    box.fill("some <b>day</b>")
    box.press("Enter")
    expect(visitor.page.locator(".dl-problem")).to_contain_text("'some <b>day</b>' is no date")
    visitor.settled()
    assert visitor.view() == pytest.approx([start, end])


def test_lanes_are_made_by_source_and_put_away(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    lanes = visitor.page.locator(".dl-lanes")
    lanes.locator("summary").click()
    lanes.get_by_role("checkbox", name=re.compile("^Taliban")).uncheck()
    names = visitor.page.locator(".dl-heads")
    expect(names).not_to_contain_text("Taliban")
    expect(lanes.get_by_role("checkbox", name=re.compile("^Taliban"))).not_to_be_checked()
    lanes.get_by_role("combobox").select_option("source")
    expect(names).to_contain_text("How Kabul fell")
    expect(names).not_to_contain_text("Joe Biden")


def test_the_legend_is_in_sight_above_the_chart(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    legend = visitor.page.locator(".dl-legend")
    for meaning in ("a day or finer", "month or season", "from … to", "somewhere in this time", "planned", "sources disagree"):
        expect(legend.get_by_text(meaning)).to_be_in_viewport()


def test_a_lane_is_dragged_folded_and_put_away(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    names = visitor.page.locator(".dl-heads .dl-name bdi")
    before = names.all_inner_texts()
    first, third = (names.nth(place).bounding_box() for place in (0, 2))
    assert first and third
    visitor.page.mouse.move(first["x"] + 5, first["y"] + 5)
    visitor.page.mouse.down()
    visitor.page.mouse.move(first["x"] + 5, third["y"] - 20, steps=4)
    visitor.page.mouse.up()
    expect(names.nth(0)).to_have_text(before[1])
    assert sorted(names.all_inner_texts()) == sorted(before)
    visitor.settled()
    marks = visitor.marks()
    lane = visitor.page.locator(".dl-lane").filter(has_text=before[1])
    tall = (lane.bounding_box() or {})["height"]
    fold = visitor.page.get_by_role("button", name=f"Fold {before[1]}")
    fold.focus()
    fold.press("Enter")
    unfold = visitor.page.get_by_role("button", name=f"Unfold {before[1]}")
    expect(unfold).to_be_focused()
    visitor.settled()
    assert (lane.bounding_box() or {})["height"] < tall / 2
    assert visitor.marks() < marks
    unfold.press("Enter")
    expect(fold).to_be_focused()
    visitor.page.get_by_role("button", name=f"Put {before[1]} among the others").press("Enter")
    expect(names.filter(has_text=before[1])).to_have_count(0)


def test_an_event_of_several_actors_is_tied_across_its_lanes(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    points = [point["id"] for point in visitor.points()]
    several = next(identifier for identifier in visitor.in_sight() if points.count(identifier) > 1)
    visitor.page.mouse.move(*visitor.place(several))
    expect(visitor.page.locator(".dl-tie")).to_have_count(points.count(several))


def test_a_copied_link_shows_the_same(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    visitor.choose_actor("Taliban")
    visitor.settled()
    identifier = visitor.in_sight()[1]
    visitor.click(identifier)
    visitor.expect_excerpt(identifier)
    left, copied = visitor.count(), visitor.page.url
    visitor.page.goto("about:blank")
    visitor.open(copied).drawn()
    visitor.expect_excerpt(identifier)
    visitor.expect_count(left)
    expect(visitor.part("filter-actors")).to_contain_text("Taliban")


def test_a_link_to_an_event_shows_it_and_goes_on_showing_its_time(visitor: Visitor, seeds: str) -> None:
    told = [event for document in read(ROOT / "seeds/articles") for event in extract(document)]
    early = min((event for event in told if event.when.start is not None), key=lambda event: event.when.start or 0)
    visitor.open(f"{seeds}/?event={quote(early.id)}").drawn()
    visitor.expect_excerpt(early.id)
    visitor.settled()
    assert early.id in visitor.in_sight()
    view = visitor.view()
    visitor.press("x")
    expect(visitor.part("excerpt").locator("article.event")).to_have_count(0)
    visitor.settled()
    assert visitor.view() == pytest.approx(view)


def test_back_undoes_a_filter(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    everything = visitor.count()
    visitor.choose_actor("Taliban")
    visitor.page.go_back()
    visitor.expect_count(everything)


def test_a_filter_that_leaves_nothing_says_so(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/?q=no+such+words")
    expect(visitor.part("empty")).to_contain_text("No event passes the filters")
    visitor.part("filter-clear").get_by_role("button").click()
    visitor.drawn()


def test_dates_are_typed_as_people_write_them(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    visitor.part("filter-more").get_by_role("button").first.click()
    box = visitor.page.locator(".st-key-filter-from input")
    box.fill("August 2021")
    box.press("Enter")
    expect(visitor.part("event-count")).to_contain_text(" of ")
    assert visitor.link()["from"] == ["2021-08"]
    left = visitor.count()
    box.fill("some day")
    box.press("Enter")
    expect(visitor.page.get_by_role("alert")).to_contain_text("is no date")
    assert visitor.count() == left


def test_a_row_of_the_table_opens_its_excerpt(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    visitor.cell(3, 400)
    shown = visitor.part("excerpt").locator("article.event")
    expect(shown.locator("h2")).to_be_in_viewport()  # beside the table, however tall the chart above it is
    expect(visitor.part("steps")).to_contain_text("3 of")
    assert visitor.link()["event"] == [shown.get_attribute("data-event")]
    visitor.page.set_viewport_size({"width": 1400, "height": 500})
    visitor.part("table").scroll_into_view_if_needed()
    legend = visitor.page.locator(".dl-legend")
    expect(legend).not_to_be_in_viewport()
    visitor.part("ways").get_by_role("link", name="Show it on the timeline").click()
    expect(legend).to_be_in_viewport()
    assert shown.get_attribute("data-event") in visitor.settled().in_sight()


def test_the_table_sorts_dates_by_time(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    whole = visitor.count()
    for place in (1, whole):
        visitor.cell(0, 140)
        visitor.cell(1, 140)
        expect(visitor.part("steps")).to_contain_text(f"{place} of {whole}")


def test_the_row_of_the_chosen_event_is_marked(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    visitor.cell(5, 140)
    expect(visitor.part("steps")).to_contain_text("5 of")
    visitor.settled()
    visitor.part("step-K").get_by_role("button").click()
    expect(visitor.part("steps")).to_contain_text("6 of")
    marked = visitor.part("table").locator("tr[aria-selected=true] td")
    expect(marked.first).to_have_text("6")
    expect(marked.nth(1)).to_contain_text(re.compile("[0-9]{4}$"))


def test_the_keys_step_from_event_to_event(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    for key, place in (("k", 1), ("k", 2), ("j", 1)):
        visitor.press(key)
        expect(visitor.part("steps")).to_contain_text(f"{place} of")
        visitor.settled()


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_on_a_phone_the_excerpt_comes_into_sight(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    assert visitor.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    identifier = visitor.in_sight()[0]
    visitor.click(identifier)
    shown = visitor.expect_excerpt(identifier)
    expect(shown.locator("blockquote").first).to_be_in_viewport()
    visitor.page.get_by_role("button", name="Close").click()
    expect(shown).to_have_count(0)


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_on_a_phone_the_filters_leave_the_screen_to_the_chart_and_unfold(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    box = visitor.part("timeline").bounding_box()
    assert box and box["y"] < 0.2 * 844
    expect(visitor.part("filter-actors")).to_be_hidden()
    visitor.page.get_by_text("Filters", exact=True).click()
    everything = visitor.count()
    visitor.choose_actor("Taliban")
    for match in ("all", "none", "any"):
        visitor.part("filter-match").get_by_text(match).click()
        visitor.page.wait_for_url(lambda url, match=match: parse_qs(urlsplit(url).query).get("match", ["any"]) == [match])
        visitor.settled()
        assert 0 < visitor.count() < everything


@pytest.mark.parametrize("visitor", [{"color_scheme": "dark"}, {"color_scheme": "light"}], indirect=True)
def test_chart_and_page_share_their_theme(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    page, chart = visitor.page.evaluate(
        """() => [getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor,
                  document.querySelector('.st-key-timeline .js-plotly-plot')._fullLayout.paper_bgcolor]"""
    )
    assert tuple(map(int, re.findall(r"\d+", page)[:3])) == tuple(bytes.fromhex(chart.lstrip("#")))

"""Moving through time with hand, keys, fingers and the overview."""

import pytest

from tests.browser.visitor import Visitor

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def middle(view: list[float]) -> float:
    return sum(view) / 2


def length(view: list[float]) -> float:
    return view[1] - view[0]


def test_a_drag_pans(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    before = visitor.view()
    box = visitor.page.locator(".dl-plot .nsewdrag").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    visitor.page.mouse.move(x, y)
    visitor.page.mouse.down()
    visitor.page.mouse.move(x + 90, y, steps=6)
    visitor.page.mouse.up()
    visitor.settled()
    after = visitor.view()
    assert length(after) == pytest.approx(length(before))
    assert middle(after) == pytest.approx(middle(before) - 90 / box["width"] * length(before), rel=0.01)


def test_keys_move_and_zoom(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    first = visitor.view()
    visitor.page.locator(".dl-plot").focus()
    for key, moves, grows in (("ArrowLeft", -0.2, 1), ("PageDown", 0.9, 1), ("ArrowRight", 0.2, 1), ("+", 0, 0.5), ("-", 0, 2)):
        before = visitor.view()
        visitor.press(key)
        visitor.settled()
        after = visitor.view()
        assert length(after) == pytest.approx(grows * length(before)), key
        assert middle(after) == pytest.approx(middle(before) + moves * length(before)), key
    visitor.press("Home")
    visitor.settled()
    whole = visitor.view()
    assert length(whole) > 10 * length(first)


def test_the_window_on_the_overview_is_dragged_resized_and_moved_by_a_click(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    visitor.page.get_by_role("button", name="Show a decade").click()
    visitor.settled()
    window, page = visitor.page.locator(".dl-window"), visitor.page

    def drag(share: float, by: float) -> list[float]:
        box = window.bounding_box()
        assert box
        x, y = box["x"] + share * box["width"], box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + by, y, steps=5)
        page.mouse.up()
        visitor.settled()
        return visitor.view()

    first = visitor.view()
    moved = drag(0.5, -60)
    assert length(moved) == pytest.approx(length(first)) and middle(moved) < middle(first)
    wider = drag(0.01, -40)
    assert wider[0] < moved[0] and wider[1] == pytest.approx(moved[1])
    strip = page.locator(".dl-overview .nsewdrag, .dl-overview").first.bounding_box()
    assert strip
    page.mouse.click(strip["x"] + strip["width"] * 0.25, strip["y"] + 15)
    visitor.settled()
    assert middle(visitor.view()) < middle(wider) and length(visitor.view()) == pytest.approx(length(wider))


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_two_fingers_zoom_and_one_pans(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    box = visitor.page.locator(".dl-plot .nsewdrag").first.bounding_box()
    assert box
    touch = visitor.page.context.new_cdp_session(visitor.page)
    y = box["y"] + 60

    def fingers(kind: str, *places: float) -> None:
        points = [{"x": box["x"] + box["width"] * place, "y": y, "id": number} for number, place in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})

    first = visitor.view()
    fingers("Start", 0.4)
    fingers("Start", 0.4, 0.6)
    for step in range(1, 6):
        fingers("Move", 0.4 - 0.04 * step, 0.6 + 0.04 * step)
    fingers("End")
    visitor.settled()
    near = visitor.view()
    assert length(near) == pytest.approx(length(first) / 3, rel=0.2)
    fingers("Start", 0.3)
    fingers("Start", 0.3, 0.9)
    for step in range(1, 6):
        fingers("Move", 0.3 + 0.04 * step, 0.9 - 0.04 * step)
    fingers("End")
    visitor.settled()
    assert length(visitor.view()) == pytest.approx(3 * length(near), rel=0.2)
    near = visitor.view()
    fingers("Start", 0.5)
    for step in range(1, 6):
        fingers("Move", 0.5 + 0.06 * step)
    fingers("End")
    visitor.settled()
    panned = visitor.view()
    assert middle(panned) < middle(near) and length(panned) == pytest.approx(length(near))
    assert visitor.page.evaluate("() => visualViewport.scale") == 1


LABELS = """() => {
  const found = {}
  for (const label of document.querySelectorAll('.dl-label-right')) {
    const { left, right, top } = label.getBoundingClientRect()
    found[label.textContent] = [left, right, top]
  }
  return found
}"""


def on_one_line(visitor: Visitor) -> bool:
    """Whether the six parts of the bar above the chart stand beside each other."""
    boxes = [part.bounding_box() for part in visitor.page.locator(".dl-bar > *").all()]
    middles = [box["y"] + box["height"] / 2 for box in boxes if box]
    return len(middles) == 6 and max(middles) - min(middles) < 8


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 1280, "height": 900}}], indirect=True)
def test_the_bar_above_the_chart_is_one_line_at_a_desk(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    assert on_one_line(visitor)


MILLION = """() => {
  const { timeline } = document.querySelector('.dl-timeline')
  const edges = timeline.data.edges.map((edge) => ({ ...edge, count: 484060 }))
  const units = Object.fromEntries(['century', 'decade', 'year', 'month', 'week', 'day'].map((name) => [name, 1]))
  Object.assign(timeline.data, { edges, units, inside: 4110, count: 1000000, words: 'Feb – Jun 2016' })
  timeline.describe()
}"""
"""Has the bar tell of a million events."""


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 1400, "height": 900}}], indirect=True)
def test_the_bar_is_one_line_though_it_counts_a_million(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    visitor.page.evaluate(MILLION)
    assert "4,110 in view" in visitor.page.locator(".dl-range").inner_text() and on_one_line(visitor)


def test_labels_stay_put_while_one_pans(visitor: Visitor, seeds: str) -> None:
    visitor.open(seeds).drawn()
    box = visitor.page.locator(".dl-plot .nsewdrag").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    before = visitor.page.evaluate(LABELS)
    visitor.page.mouse.move(x, y)
    visitor.page.mouse.down()
    visitor.page.mouse.move(x - 150, y, steps=6)
    visitor.page.mouse.up()
    visitor.settled()
    after = visitor.page.evaluate(LABELS)
    stood = [text for text, (left, right, _) in before.items() if left > box["x"] + 180 and right < box["x"] + box["width"] - 20]
    assert len(stood) > 10
    for text in stood:
        assert after[text] == pytest.approx([before[text][0] - 150, before[text][1] - 150, before[text][2]], abs=1.5), text

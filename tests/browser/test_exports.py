"""Each export is made of what is filtered, and reads back."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

from core import extract, read
from core.table import KEYS
from dashboard.theme import DARK
from tests.browser.visitor import Visitor

ROOT = Path(__file__).parents[2]
FILTER = "doc=doha-talks"


def expected() -> set[str]:
    (document,) = read(ROOT / "seeds" / "articles" / "doha-talks.md")
    return {event.id for event in extract(document)}


def saved(visitor: Visitor, button: str) -> tuple[str, bytes]:
    """Name and content of the file that a button of the export row gives."""
    with visitor.page.expect_download() as download:
        visitor.part("export").get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.fixture
def filtered(visitor: Visitor, seeds: str) -> Visitor:
    return visitor.open(f"{seeds}/?{FILTER}").drawn()


def test_the_events_as_csv_and_json_lines(filtered: Visitor) -> None:
    name, content = saved(filtered, "CSV")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    assert name == "dateline.csv" and list(rows[0]) == list(KEYS)
    assert {row["id"] for row in rows} == expected()
    name, content = saved(filtered, "JSON Lines")
    lines = [json.loads(line) for line in content.decode("utf-8").splitlines()]
    assert name == "dateline.jsonl" and {line["id"] for line in lines} == expected()
    text = (ROOT / "seeds" / "articles" / "doha-talks.md").read_text("utf-8")
    assert all(text[line["excerpt_start"] : line["excerpt_end"]] == line["excerpt"] for line in lines)


def test_the_chart_as_png_and_svg(filtered: Visitor) -> None:
    name, content = saved(filtered, "PNG")
    assert name == "dateline.png" and content.startswith(b"\x89PNG\r\n")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert width == 2800 and height > 400 and len(content) > 20_000
    name, content = saved(filtered, "SVG")
    drawing = ElementTree.fromstring(content)
    said = " ".join("".join(drawing.itertext()).split())
    assert name == "dateline.svg" and drawing.get("width") == "1400"
    assert "Taliban" in said and "2021" in said


@pytest.mark.parametrize("visitor", [{"color_scheme": "dark"}], indirect=True)
def test_a_picture_shows_the_view_and_the_theme_of_the_screen(filtered: Visitor) -> None:
    filtered.page.get_by_role("button", name="Show a day").click()
    filtered.settled()
    drawing = ElementTree.fromstring(saved(filtered, "SVG")[1])
    said = ["".join(text.itertext()) for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert any(re.match(r"\d\d:00", text) for text in said), "the first view, of weeks, has no hours on its axis"
    content = saved(filtered, "PNG")[1]
    assert Image.open(io.BytesIO(content)).convert("RGB").getpixel((0, 0)) == tuple(bytes.fromhex(DARK.background.lstrip("#")))


def test_pictures_and_page_show_the_view_and_the_lanes_of_the_screen(filtered: Visitor, tmp_path: Path) -> None:
    filtered.page.get_by_role("button", name="Show a week").click()
    filtered.page.locator(".dl-lanes summary").click()
    filtered.page.locator(".dl-lanes").get_by_role("combobox").select_option("status")
    expect(filtered.page.locator(".dl-heads")).to_contain_text("happened")
    filtered.settled()
    view = filtered.view()
    said = " ".join("".join(ElementTree.fromstring(saved(filtered, "SVG")[1]).itertext()).split())
    assert "happened" in said and "no named actor" not in said
    file = tmp_path / "page.html"
    file.write_bytes(saved(filtered, "HTML")[1])
    page = filtered.page
    page.goto("about:blank")
    page.route("file://**", lambda route: route.continue_())
    page.goto(file.as_uri())
    page.wait_for_function("() => document.getElementById('chart')._fullData.length > 0")
    assert page.evaluate("() => document.getElementById('chart')._fullLayout.xaxis.range.map(Number)") == pytest.approx(view)
    expect(page.locator("#chart .infolayer")).to_contain_text("happened")
    assert page.evaluate("() => document.getElementById('frame').scrollWidth <= document.getElementById('frame').clientWidth")
    ends = "() => document.querySelector('#chart').layout.shapes.filter((one) => one.xref === 'x2').map((one) => [one.x0, one.x1])[0]"
    assert page.evaluate(ends) == pytest.approx(view)
    page.evaluate("(range) => Plotly.relayout('chart', { 'xaxis.range': range })", [view[0] - 1e10, view[1] + 1e10])
    page.wait_for_function(f"(start) => ({ends})()[0] < start", arg=view[0])
    shown = "trace.visible === true && /left|right/.test(trace.textposition) && trace.mode === 'text'"
    assert not page.evaluate(f"() => document.getElementById('chart')._fullData.some((trace) => {shown})")


def test_the_page_works_on_its_own(filtered: Visitor, tmp_path: Path) -> None:
    name, content = saved(filtered, "HTML")
    assert name == "dateline.html"
    file = tmp_path / name
    file.write_bytes(content)
    page = filtered.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("about:blank")
    page.route("file://**", lambda route: route.continue_())
    page.goto(file.as_uri())
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(len(expected()))
    page.wait_for_function("() => document.getElementById('chart')._fullData.length > 0")
    clicked = page.evaluate(
        """() => {
          const chart = document.getElementById('chart')
          const trace = chart._fullData.find((one) => one.customdata && one.xaxis === 'x' && one.type !== 'bar')
          const box = chart.getBoundingClientRect()
          const { xaxis, yaxis } = chart._fullLayout
          const i = trace.x.findIndex((x) => x > xaxis.range[0] && x < xaxis.range[1])
          return {
            id: trace.customdata[i],
            x: box.left + xaxis._offset + xaxis.d2p(trace.x[i]),
            y: box.top + yaxis._offset + yaxis.d2p(trace.y[i]),
          }
        }"""
    )
    page.mouse.move(clicked["x"], clicked["y"])
    page.mouse.click(clicked["x"], clicked["y"])
    row = page.locator("tr[aria-current=true]")
    expect(row).to_have_count(1)
    assert json.loads(row.get_attribute("data-id") or "") == clicked["id"]
    expect(page.locator("#excerpt mark").first).to_be_visible()
    expect(page.locator("#excerpt details")).to_contain_text("Counted from")
    expect(page.locator("#excerpt dl").first).to_be_visible()
    assert all(url.startswith(("file:", "about:", "data:", "blob:")) for url in asked), asked


@pytest.mark.parametrize("visitor", [{"color_scheme": "dark"}], indirect=True)
def test_the_page_fits_a_phone_in_the_theme_of_the_screen_and_tells_the_filter(filtered: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(saved(filtered, "HTML")[1])
    page = filtered.page
    page.goto("about:blank")
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("file://**", lambda route: route.continue_())
    page.goto(file.as_uri())
    page.wait_for_function("() => document.getElementById('chart')._fullData?.length > 0")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("() => document.getElementById('frame').scrollWidth <= document.getElementById('frame').clientWidth")
    ground = tuple(bytes.fromhex(DARK.background.lstrip("#")))
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == f"rgb{ground}"
    assert page.evaluate("() => document.getElementById('chart')._fullLayout.paper_bgcolor") == DARK.background
    expect(page.locator("body")).to_contain_text("Filtered by doc = doha-talks")

"""The page of the actors as a person uses it."""

from playwright.sync_api import expect

from tests.browser.visitor import Visitor


def test_a_click_on_an_actor_filters_and_tells_of_him(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/actors")
    everything = visitor.count()
    grid = visitor.page.locator(".st-key-cast canvas").first
    expect(grid).to_be_visible()
    box = grid.bounding_box()
    assert box
    visitor.page.mouse.click(box["x"] + 120, box["y"] + 35 + 17)
    expect(visitor.part("actor").locator("h2")).to_have_text("Taliban")
    assert visitor.link() == {"actor": ["Taliban"]}
    assert 0 < visitor.count() < everything
    expect(visitor.part("actor").locator(".strip i").first).to_be_visible()
    companion = visitor.page.locator(".companions button").first
    name, together = (companion.locator(f".{part}").inner_text() for part in ("name", "count"))
    companion.click()
    visitor.expect_count(int(together))
    assert visitor.link() == {"actor": ["Taliban", name], "match": ["all"]}

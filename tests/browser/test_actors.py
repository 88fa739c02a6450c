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


def test_the_list_says_when_and_with_whom_and_uses_the_page(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/actors")
    row = visitor.part("cast").locator("tr", has_text="Taliban").first
    for said in ("23", "September 1996", "9 to 10 October 2021", "United States"):
        expect(row).to_contain_text(said)
    box, page = visitor.part("cast").bounding_box(), visitor.page.locator(".stMainBlockContainer").bounding_box()
    assert box and page and box["width"] > 0.9 * page["width"]


def test_the_silences_of_an_actor_are_told_and_shaded(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/actors?actor=Taliban")
    actor = visitor.part("actor")
    expect(actor).to_contain_text("first seen September 1996, last seen 9 to 10 October 2021")
    told = actor.locator("li", has_text="year")
    expect(told.first).to_contain_text("September 1996 to 2001")
    expect(actor.locator(".strip b")).to_have_count(told.count())
    shades = [shade.bounding_box() for shade in actor.locator(".strip b").all()]
    assert all(shade and shade["width"] > 20 and shade["height"] > 20 for shade in shades)


def test_an_actor_chosen_here_holds_on_the_other_pages(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/actors?actor=Taliban")
    expect(visitor.part("actor").locator("h2")).to_have_text("Taliban")
    left = visitor.count()
    visitor.page.get_by_role("link", name="Agenda").click()
    expect(visitor.page.locator(".agenda .event")).to_have_count(left)
    assert visitor.link() == {"actor": ["Taliban"]}

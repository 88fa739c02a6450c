"""The page that puts sources side by side, as a person uses it."""

from playwright.sync_api import expect

from tests.browser.visitor import Visitor

LEFT = "doha-talks:3033-3057"
"""That the last plane left Kabul: three sources, which differ in the day."""


def test_the_sources_of_an_event_stand_side_by_side_with_what_they_dispute(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/agenda?event={LEFT}")
    visitor.part("excerpt").get_by_role("link", name="Compare the sources").click()
    cards = visitor.page.locator(".source")
    expect(cards).to_have_count(3)
    expect(cards.nth(0)).to_contain_text("First reported")
    boxes = [card.bounding_box() for card in cards.all()]
    assert len({round(box["y"]) for box in boxes if box}) == 1
    for card, day in zip(cards.all(), ("30 August 2021, 23:59", "30 August 2021", "31 August 2021"), strict=True):
        expect(card.locator(".differs")).to_have_text(day)
        expect(card.locator("blockquote mark").first).to_be_visible()
    expect(visitor.part("compare").locator(".disputed")).to_contain_text("the sources differ in when")
    assert visitor.link() == {"event": [LEFT]}


def test_a_row_of_the_list_opens_another_happening_and_a_source_its_document(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/compare?event={LEFT}")
    expect(visitor.part("compare").locator("h2")).to_contain_text("The last American aircraft left Kabul")
    visitor.cell(2, 140, "happenings")
    expect(visitor.part("compare").locator("h2")).to_have_text("Kandahar goes")
    told = visitor.page.locator(".source").first.locator("mark").first.inner_text()
    visitor.part("read-0").get_by_role("button").click()
    current = visitor.page.locator(".reader mark[aria-current]")
    expect(current.first).to_be_in_viewport()
    assert told in current.all_inner_texts()

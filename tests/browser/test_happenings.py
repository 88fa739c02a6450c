"""What is decided about a happening, in a real browser: a date that is typed, and a telling that is of something else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.visitor import Visitor
from tests.test_compare import TEXTS


@pytest.fixture(scope="module")
def ferry(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on three documents that tell of one sinking, and one that does not."""
    folder = tmp_path_factory.mktemp("ferry")
    for name, day, text in TEXTS:
        (folder / f"{name}.md").write_text(f"---\ntitle: The {name}\npublished: {day}\n---\n{text}\n", "utf-8")
    yield from serve(folder)


def test_a_reader_settles_a_date_and_parts_a_telling(visitor: Visitor, ferry: str) -> None:
    page = visitor.open(f"{ferry}/?q=Aurora").drawn().page
    visitor.press("k")
    expect(visitor.part("excerpt").locator("h2")).to_contain_text("The ferry Aurora sank")
    panel = visitor.part("happening")
    panel.get_by_text("Is it one happening?").click()
    box = panel.get_by_role("combobox", name="When it was")

    def press(name: str) -> None:
        button = visitor.ready().part("excerpt").get_by_role("button", name=name).first
        expect(button).to_be_enabled()
        button.click()

    def typed(text: str) -> None:
        visitor.ready()
        box.click()
        box.fill(text)
        box.press("Enter")
        press("Settle it")

    typed("soon")
    expect(visitor.part("excerpt")).to_contain_text("'soon' is no date")
    typed("3 June 2021")
    expect(panel).to_contain_text("Settled in decision 1: 3 June 2021")
    press("Undo")
    expect(panel).not_to_contain_text("Settled")
    visitor.ready()
    panel.get_by_role("combobox", name="Told with it").click()  # what was opened stays open
    page.get_by_role("option", name="The late").click()
    press("It tells of something else")
    expect(visitor.part("excerpt").locator(".disputed")).to_have_count(0)
    press("Undo")
    expect(visitor.part("excerpt").locator(".disputed")).to_be_visible()

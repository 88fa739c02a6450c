"""The article that the project began with, opened in the dashboard: its turning points are there, each with its excerpt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.visitor import Visitor

TURNS = (
    ("from=2001&to=2001", "2001", "war in Afghanistan"),
    ("from=2020-02&to=2020-02", "February 2020", "peace agreement"),
    ("from=2021-08-28&to=2021-08&q=withdrawal", "August 2021", "withdrawal"),
    ("from=2021-10-09&to=2021-10-10&q=delegation+met", "9 to 10 October 2021", "from 9 to 10"),
)


@pytest.fixture(scope="module")
def article(chromium: Path, shared: Path) -> Iterator[str]:
    yield from serve(shared / "seeds" / "000_522dbb6c31b389f9.txt")


@pytest.mark.usefixtures("shared")
def test_the_turning_points_have_their_excerpts(visitor: Visitor, article: str) -> None:
    for query, date, words in TURNS:
        visitor.open(f"{article}/?{query}").drawn()
        found = ""
        for identifier in visitor.in_sight():
            visitor.settled().click(identifier)
            found = visitor.expect_excerpt(identifier).inner_text()
            if date in found and words in found:
                break
        assert date in found and words in found, query


@pytest.mark.usefixtures("shared")
def test_the_first_view_is_the_dense_part_and_says_what_lies_before(visitor: Visitor, article: str) -> None:
    visitor.open(article).drawn()
    start, end = visitor.view()
    assert end - start < 5 * 365.25 * 86_400_000
    expect(visitor.part("timeline")).to_contain_text("before")

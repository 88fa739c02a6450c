"""What has no place in time is listed with its words and why, and no date is made up for it."""

from html import unescape

import pytest

from core.model import Document
from core.timex import timexes
from core.when import When
from dashboard.unplaced import listed, unplaced


def told(text: str, published: str | None = None) -> list[tuple[str, str, str]]:
    document = Document("a", text, published=When(published) if published else None)
    found = unplaced(document, timexes(document))
    return [(text[each.start : each.end], text[slice(*each.sentence)], each.why) for each in found]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "The board met yesterday. It rained.",
            None,
            [("yesterday", "The board met yesterday.", "the day is not known")],
        ),
        ("The board met yesterday. It rained.", "2021-10-12", []),
        ("Two days after the crash it fell.", "2021-10-12", [("Two days", "Two days after the crash it fell.", "“the crash”")]),
        ("The pier was recently sold.", "2021-10-12", [("recently", "The pier was recently sold.", "names no date")]),
        ("They met for two days, once a week.", None, []),
        ("They met on 9 October 2021.", None, []),
    ],
)
def test_what_cannot_be_placed_is_told_with_its_reason(text: str, published: str | None, expected: list[tuple[str, str, str]]) -> None:
    found = told(text, published)
    assert [each[:2] for each in found] == [each[:2] for each in expected]
    assert all(why in own for (_, _, own), (_, _, why) in zip(found, expected, strict=True))


def test_what_names_no_date_at_all_comes_last() -> None:
    assert [words for words, _, _ in told("It was recently sold. The board met on Tuesday.")] == ["Tuesday", "recently"]


def test_text_of_the_document_stays_text() -> None:
    document = Document("a", "The <script>board</script> met & voted yesterday.")
    html = listed(document, unplaced(document, timexes(document)))
    assert "<script>" not in html and "<mark>yesterday</mark>" in html
    assert "<script>board</script> met & voted" in unescape(html)

"""core.resolve: what the context of an expression decides, in news and in narratives, by texts written for the purpose."""

import pytest

from core.model import Document
from core.timex import timexes
from core.when import When

PUBLISHED = When("2024-03-13")


def values(text: str, published: When | None, reading: str = "auto") -> list[str]:
    return [t.value for t in timexes(Document("a", text, published=published), reading=reading)]  # type: ignore[arg-type]


TENSES = [
    ("The firm moved its plant in June.", ["2023-06"]),
    ("The bank announced an agreement to buy the brewery in June.", ["2024-06"]),
    ("She signed a pact that is effective July 1.", ["2024-07-01"]),
    ("A ceremony would still be held on April 24.", ["2024-04-24"]),
    ("The talks were supposed to conclude by May.", ["2024-05"]),
    ("The mayor and the bishop meet Monday in Ghent.", ["2024-03-18"]),
    ("The offer had been due to expire Friday evening.", ["2024-03-08TEV"]),
    ("Until Monday, nobody had called him a suspect.", ["2024-03-11"]),
]


@pytest.mark.parametrize(("text", "expected"), TENSES)
def test_the_verb_nearby_tells_whether_a_date_lies_ahead_or_back(text: str, expected: list[str]) -> None:
    assert values(text, PUBLISHED, "news") == expected

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


def test_what_owns_a_noun_by_its_day_is_known_already() -> None:
    assert values("The parties would look for a way round Tuesday's ruling.", PUBLISHED, "news") == ["2024-03-12"]
    assert values("She will play in Saturday's final.", PUBLISHED, "news") == ["2024-03-16"]
    assert values("They spoke ahead of Sunday's election.", PUBLISHED, "news") == ["2024-03-17"]


REPORTS = [
    ("Acme reported a third-quarter loss. It earned $2 million a year earlier.", ["2024-Q3", "2023-Q3"]),
    (
        "Acme reported a third-quarter loss. For the nine months it lost $9 million, against $4 million a year earlier.",
        ["2024-Q3", "P9M", "2023"],
    ),
    (
        "Acme reported a third-quarter loss. After a weak second quarter, sales were lower than a year ago.",
        ["2024-Q3", "2024-Q2", "2023-Q3"],
    ),
    (
        "Acme posted a third-quarter loss and expects a fourth-quarter gain. Sales fell in the quarter.",
        ["2024-Q3", "2024-Q4", "2024-Q3"],
    ),
    ("Acme earned $2 million in the quarter ended July 31.", ["2024-Q2", "2024-07-31"]),
    ("Acme posted a fiscal first-quarter loss.", ["2024-Q1"]),
    (
        "Acme reported a third-quarter loss. In the first nine months it lost more than in the year-ago quarter.",
        ["2024-Q3", "P9M", "2023-Q3"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_a_report_counts_from_the_quarter_that_it_tells_of(text: str, expected: list[str]) -> None:
    assert values(text, When("2024-10-30"), "news") == expected

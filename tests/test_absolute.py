"""Dates that people and pages give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.absolute import absolute
from core.errors import DateError
from core.when import When

READ = {
    "2021-10-12": "2021-10-12",
    "2021-10": "2021-10",
    "2021": "2021",
    "-0043": "-0043",
    "2021-10-09/2021-10-10": "2021-10-09/2021-10-10",
    "20211012": "2021-10-12",
    "2021/10/12": "2021-10-12",
    "2021-10-12T08:00:00.123Z": "2021-10-12T08:00",
    "2021-10-12 23:30:15+04:30": "2021-10-12T23:30:15",
    "Tue, 12 Oct 2021 14:03:00 GMT": "2021-10-12T14:03",
    "12 October 2021, 14:03:22 UTC": "2021-10-12T14:03:22",
    "12 October 2021, 14:03 GMT": "2021-10-12T14:03",
    "12 October 2021": "2021-10-12",
    "October 12th, 2021": "2021-10-12",
    "  Sept. 9, 2020 ": "2020-09-09",
    "March 2024": "2024-03",
    "Q3 2021": "2021-35",
    "12.10.2021": "2021-10-12",
    "13/04/2021": "2021-04-13",
    "04/13/2021": "2021-04-13",
    "05/05/2021": "2021-05-05",
    "44 BC": "-0043",
    "2021-W41": "2021-10-11/2021-10-17",
    "spring 2020": "2020-21",
    "Summer of 1916": "1916-22",
    "the 1990s": "199X",
    "c. 1850": "1850~",
    "Christmas 2020": "2020-12-25",
    "5-9 May 2020": "2020-05-05/2020-05-09",
    "May to July 2020": "2020-05/2020-07",
    "20:15 on 3 May 2020": "2020-05-03T20:15",
}


@pytest.mark.parametrize("text", READ)
def test_a_date_is_read_as_finely_as_it_is_written(text: str) -> None:
    assert absolute(text).edtf == READ[text]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("12 octobre 2021", "fr", "2021-10-12"),
        ("2021年10月12日", "zh", "2021-10-12"),
        ("Oktober 2021", "de", "2021-10"),
        ("May 2021", "xx", "2021-05"),
    ],
)
def test_other_languages(text: str, language: str, edtf: str) -> None:
    assert absolute(text, language=language) == When(edtf)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "we",
        "may",
        "October",
        "Oct 12",
        "12 Oct",
        "9/11",
        "32 October 2021",
        "2021-02-30",
        "1633996800",
        "x" * 1000,
        "the 9th",
        "two years",
        "last spring",
        "now",
        "5 May and 9 May 2020",
        "5-9 mai 2020",
    ],
)
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    with pytest.raises(DateError, match="is no date: write it like 2021-10-12"):
        absolute(text)


def test_a_date_that_could_be_two_is_asked_about() -> None:
    with pytest.raises(DateError, match="'03/04/2021' could be 2021-03-04 or 2021-04-03"):
        absolute("03/04/2021")


def test_a_date_needs_both_ends() -> None:
    with pytest.raises(DateError, match="open end"):
        absolute("2021-10-09/..")


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    try:
        when = absolute(text)
    except DateError as error:
        assert "\n" not in str(error)
    else:
        assert when.start is not None and when.end is not None

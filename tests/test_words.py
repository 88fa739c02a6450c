"""Dates in words: what a person would say, for every kind of EDTF value, and never a crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.when import Granularity, Mod, When
from dashboard import words


@pytest.mark.parametrize(
    ("edtf", "granularity", "mod", "said"),
    [
        ("2021-10-09", "", None, "9 October 2021"),
        ("2021-10-09T14:03", "", None, "9 October 2021, 14:03"),
        ("2021-10-09T14:03:22Z", "", None, "9 October 2021, 14:03:22 UTC"),
        ("1916-21", "", None, "spring 1916"),
        ("2021-33", "", None, "the first quarter of 2021"),
        ("2023-41", "", None, "the second half of 2023"),
        ("19XX", "", None, "the 20th century"),
        ("-04XX", "", None, "the 5th century BC"),
        ("1XXX", "", None, "the 2nd millennium"),
        ("Y-17000", "", None, "17,001 BC"),
        ("Y17E7", "", None, "170,000,000"),
        ("0079-08-24", "", None, "24 August AD 79"),
        ("-0043-03-15", "", None, "15 March 44 BC"),
        ("-0058/-0049", "", None, "59 BC to 50 BC"),
        ("2021-08-15/2021-09-07", "", None, "15 August to 7 September 2021"),
        ("2021-08-15/..", "", None, "from 15 August 2021 on"),
        ("../2021-08-31", "", None, "until 31 August 2021"),
        ("2021-10-04/2021-10-10", "week", None, "the week of 4 October 2021"),
        ("2021-08", "", "END", "the end of August 2021"),
        ("2021-06", "", "MID", "mid-June 2021"),
        ("199X", "", "START", "the early 1990s"),
        ("2001", "", "BEFORE", "before 2001"),
        ("1850~", "", None, "around 1850"),
        ("1850?", "", None, "1850 (uncertain)"),
        ("2021-10-XX", "", None, "October 2021"),
        ("[1667,1668,1670..1672]", "", None, "1667, 1668 or 1670 to 1672"),
        ("{1960,1961-12}", "", None, "1960 and December 1961"),
    ],
)
def test_a_date_is_said_as_a_person_would(edtf: str, granularity: Granularity, mod: Mod | None, said: str) -> None:
    assert words.in_words(When(edtf, granularity, mod)) == said


DAYS = st.builds("{:04d}-{:02d}-{:02d}".format, st.integers(0, 9999), st.integers(1, 12), st.integers(1, 28))
MONTHS = st.builds("{:04d}-{:02d}".format, st.integers(0, 9999), st.sampled_from([*range(1, 13), *range(21, 42)]))
YEARS = st.one_of(
    st.integers(0, 9999).map("{:04d}".format), st.integers(1, 9999).map("-{:04d}".format), st.integers(10_000, 10**9 - 1).map("Y{}".format)
)


@given(st.one_of(DAYS, MONTHS, YEARS), st.sampled_from([None, *words.MODS]), st.sampled_from(["", "?", "~", "%"]))
def test_every_date_has_words(edtf: str, mod: Mod | None, qualifier: str) -> None:
    said = words.in_words(When(edtf + qualifier, mod=mod))
    assert said == said.strip() != ""
    assert not set("X~%{") & set(said)


@given(st.integers(-(10**17), 10**17))
def test_every_instant_has_words(milliseconds: int) -> None:
    assert any(month in words.instant(milliseconds) for month in words.MONTHS)

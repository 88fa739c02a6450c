import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DateError
from core.when import DAY, When, civil_from_days, days_from_civil, instant_text

COVER = [  # EDTF, granularity, start, end (exclusive)
    ("2021-10-09", "day", "2021-10-09", "2021-10-10"),
    ("2021-10", "month", "2021-10-01", "2021-11-01"),
    ("2021", "year", "2021-01-01", "2022-01-01"),
    ("199X", "decade", "1990-01-01", "2000-01-01"),
    ("19XX", "century", "1900-01-01", "2000-01-01"),
    ("1XXX", "millennium", "1000-01-01", "2000-01-01"),
    ("2021-21", "season", "2021-03-01", "2021-06-01"),
    ("2021-24", "season", "2021-12-01", "2022-03-01"),
    ("2021-31", "season", "2021-03-01", "2021-06-01"),
    ("2021-33", "quarter", "2021-01-01", "2021-04-01"),
    ("2023-41", "half", "2023-07-01", "2024-01-01"),
    ("2021-10-09/2021-10-10", "day", "2021-10-09", "2021-10-11"),
    ("2018-06/2019-01", "month", "2018-06-01", "2019-02-01"),
    ("2021-08-15/..", "day", "2021-08-15", None),
    ("../2021-10-09", "day", None, "2021-10-10"),
    ("1985/", "year", "1985-01-01", None),
    ("1850~", "year", "1850-01-01", "1851-01-01"),
    ("-0043", "year", "-0043-01-01", "-0042-01-01"),
    ("-0043-03-15", "day", "-0043-03-15", "-0043-03-16"),
    ("-005X", "decade", "-0059-01-01", "-0049-01-01"),
    ("Y-17000", "year", "Y-17000-01-01", "Y-16999-01-01"),
    ("Y17E7", "year", "Y170000000-01-01", "Y170000001-01-01"),
    ("2004-XX", "year", "2004-01-01", "2005-01-01"),
    ("1985-12-XX", "month", "1985-12-01", "1986-01-01"),
    ("2021-08-30T14:03", "minute", "2021-08-30T14:03", "2021-08-30T14:04"),
    ("2021-08-30T14:03:22Z", "second", "2021-08-30T14:03:22", "2021-08-30T14:03:23"),
    ("2021-08-30T01:00+02:00", "minute", "2021-08-29T23:00", "2021-08-29T23:01"),
    ("[1667,1668,1670..1672]", "year", "1667-01-01", "1673-01-01"),
    ("{1960,1961-12}", "year", "1960-01-01", "1962-01-01"),
]


@pytest.mark.parametrize(("edtf", "granularity", "start", "end"), COVER)
def test_cover(edtf: str, granularity: str, start: str | None, end: str | None) -> None:
    when = When(edtf)
    texts = tuple(t if t is None else instant_text(t) for t in (when.start, when.end))
    assert (when.granularity, *texts) == (granularity, start, end)
    assert str(when) == edtf


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "2021-13",
        "2021-02-30",
        "21",
        "next week",
        "2021-10-10/2021-10-09",
        "../..",
        "2X21",
        "2021T10:00",
        "2021-08-30T25:00",
        "199X-10",
        "x" * 300,
    ],
)
def test_what_is_no_edtf_is_refused_with_the_way_out(edtf: str) -> None:
    with pytest.raises(DateError, match=r"is no EDTF date: .*write it like"):
        When(edtf)


def test_identity_is_value_granularity_and_mod() -> None:
    assert When("2021-08") == When("2021-08")
    assert When("2021-08") != When("2021-08", mod="END")
    assert When("2021-10-04/2021-10-10", granularity="week") != When("2021-10-04/2021-10-10")
    assert not When("2021-10-04/2021-10-10", granularity="week").is_interval
    with pytest.raises(DateError, match="there are: millennium"):
        When("2021", granularity="fortnight")  # type: ignore[arg-type]


def test_qualifiers() -> None:
    assert When("1850~").approximate and not When("1850~").uncertain
    assert When("1850?").uncertain and not When("1850?").approximate
    assert When("1850%").uncertain and When("1850%").approximate
    assert When("2021", mod="APPROX").approximate


@given(st.integers(-4_000_000, 4_000_000))
def test_days_and_civil_dates_are_inverse(days: int) -> None:
    year, month, day = civil_from_days(days)
    assert days_from_civil(year, month, day) == days
    assert 1 <= month <= 12


@given(st.integers(-20_000, 20_000), st.integers(1, 12), st.integers(1, 28))
def test_any_day_round_trips_through_its_edtf(year: int, month: int, day: int) -> None:
    when = When(instant_text(days_from_civil(year, month, day) * DAY))
    assert when.granularity == "day"
    assert instant_text(when.start or 0) == when.edtf


@given(st.text(max_size=40))
def test_any_text_is_a_when_or_a_date_error(text: str) -> None:
    try:
        assert When(text).edtf == text
    except DateError as error:
        assert "\n" not in str(error) or "\n" in text

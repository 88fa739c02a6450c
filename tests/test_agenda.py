"""The agenda: which events stand under which date, in which order, and what is said of them."""

import pytest

from core.model import Document, Event
from core.pipeline import extract
from core.table import table
from core.when import When
from dashboard.agenda.days import PAGE, days, heading, order

TEXT = """The Harbour Authority closed the quay on 4 October 2021. In October 2021 the Council met.
On 4 October 2021 the Mayor of Lorn resigned. The works lasted from 9 to 12 October 2021. In 44 BC Caesar was murdered in Rome."""
DOCUMENT = Document("harbour", TEXT, When("2021-10-20"), title="The quay", publisher="Courier")


@pytest.fixture(scope="module")
def told() -> list[Event]:
    return extract(DOCUMENT)


def test_events_stand_under_their_date_in_the_order_of_time(told: list[Event]) -> None:
    rows = table(told, [DOCUMENT])
    placed = order(rows)
    listed = days(rows.iloc[placed.dated], [told[place].when for place in placed.dated])
    assert [(day.date, day.note, len(day.entries)) for day in listed] == [
        ("44 BC", "day not known", 1),
        ("October 2021", "day not known", 1),
        ("4 October 2021", "Monday", 2),
        ("9 to 12 October 2021", "lasted this long", 1),
    ]
    assert listed[2].entries[1].source == "The quay · Courier" and "Mayor" in listed[2].entries[1].label


def test_each_event_is_in_the_agenda_once(told: list[Event]) -> None:
    rows = table(told * 3, [DOCUMENT])
    placed = order(rows)
    assert sorted([*placed.dated, *placed.undated]) == list(range(len(rows)))


def test_a_row_without_a_place_in_time_is_kept_apart(told: list[Event]) -> None:
    rows = table(told, [DOCUMENT])
    rows.loc[1, ["start_ms", "end_ms"]] = float("nan")
    placed = order(rows)
    assert list(placed.undated) == [1] and 1 not in placed.dated


@pytest.mark.parametrize(
    ("edtf", "extent", "expected"),
    [
        ("2021-10-09", "moment", ("9 October 2021", "Saturday")),
        ("2021-10-09?", "moment", ("9 October 2021 (uncertain)", "Saturday")),
        ("2021-10-09T14:03Z", "moment", ("9 October 2021", "Saturday")),
        ("2021-10-09T23:30-05:00", "moment", ("9 October 2021", "Saturday")),
        ("2001", "span", ("2001", "lasted this long")),
        ("199X", "moment", ("The 1990s", "day not known")),
        ("1985/..", "span", ("From 1985 on", "lasted this long")),
        ("0079-08-24", "moment", ("24 August AD 79", "")),
        ("Y17000", "moment", ("17,000", "day not known")),
    ],
)
def test_the_heading_says_the_date_and_how_well_it_is_known(edtf: str, extent: str, expected: tuple[str, str]) -> None:
    assert heading(When(edtf), extent) == expected


def test_notes_tell_what_is_not_simply_so(told: list[Event]) -> None:
    rows = table(told[:1], [DOCUMENT]).assign(status="planned", speaker="Ada Reyes", disputed=True, sources=2, review="accepted")
    (day,) = days(rows, [told[0].when])
    assert day.entries[0].notes == ("planned", "according to Ada Reyes", "disputed", "2 independent sources", "accepted")


def test_a_page_is_found_by_an_instant(told: list[Event]) -> None:
    rows = table(told[:1] * (2 * PAGE + 1), [DOCUMENT])
    rows["start_ms"] = [float(place) for place in range(len(rows))]
    placed = order(rows)
    assert [placed.page_at(at) for at in (-5, 0, PAGE - 1, PAGE, 2 * PAGE, 10_000)] == [1, 1, 1, 2, 3, 3]

"""Events as rows and as a table: one schema."""

import math

from core.model import Document
from core.pipeline import extract
from core.table import COLUMNS, KEYS, row, rows, table, timex_row, when
from core.when import When
from tests.made import DOCUMENT, event, timex

ISSUED = """id document edtf start end granularity extent approximate label excerpt excerpt_start excerpt_end mentions timexes rule anchor
anchor_source actors places status speaker said published published_source""".split()
FURTHER = ["page", "review", "tags", "comment", "status_cue", "notes", "roles", "mod"]


def test_a_row_has_the_keys_of_the_schema_in_its_order() -> None:
    assert list(row(event("9 May 2020", "2020-05-09"))) == list(KEYS) == ISSUED + FURTHER


def test_a_row_says_what_the_event_is() -> None:
    made = row(event("9 May 2020", "2020-05-09"))
    assert (made["id"], made["document"], made["start"], made["end"]) == ("made/one:3-13", "made/one", "2020-05-09", "2020-05-10")
    assert made["timexes"] == [{"start": 3, "end": 13, "text": "9 May 2020", "type": "DATE", "value": "2020-05-09", "edtf": "2020-05-09"}]
    assert made["mentions"] == [{"start": 0, "end": 23, "text": "On 9 May 2020 they met."}]
    assert (made["actors"], made["said"], made["published"], made["anchor"]) == (["Ada", "Bo"], "2020-05-10", "2021-10-12", None)


def test_an_open_end_is_null() -> None:
    made = event("44 BC", "-0043/..")
    assert (row(made)["start"], row(made)["end"]) == ("-0043-01-01", None)
    assert math.isnan(table([made])["end_ms"][0])


def test_the_table_has_every_column_with_its_type_even_when_empty() -> None:
    for events in ([], [event("9 May 2020", "2020-05-09"), event("44 BC", "Y-17000")]):
        made = table(events, [DOCUMENT])
        assert {name: str(dtype) for name, dtype in made.dtypes.items()} == {name: column.dtype for name, column in COLUMNS.items()}


def test_the_table_knows_the_documents() -> None:
    made = table([event("9 May 2020", "2020-05-09")], [DOCUMENT]).iloc[0]
    assert (made["title"], made["publisher"], made["url"]) == ("Made", "Us", "https://example.org")
    assert table([event("9 May 2020", "2020-05-09")])["title"][0] is None


def test_rows_of_a_table_are_the_rows_that_went_in() -> None:
    events = [event("9 May 2020", "2020-05-09"), event("44 BC", "-0043/..")]
    assert list(rows(table(events))) == [row(e) for e in events]


def test_an_expression_has_its_keys_and_a_range_its_ends() -> None:
    keys = ["document", "start", "end", "text", "type", "value", "mod", "edtf", "rule", "anchor"]
    assert list(timex_row(timex("44 BC", "-0043"))) == keys
    whole = timex_row(timex("9 May 2020", "2020-05-09", ends=(timex("9", "2020-05-09"),)))
    assert list(whole) == [*keys, "ends"] and list(whole["ends"][0]) == keys


def test_a_row_gives_back_the_date_with_the_part_of_it_that_is_meant() -> None:
    (made,) = extract(Document("a", "The mill burned in early December 2001."))
    assert when(row(made)) == made.when == When("2001-12", mod="START")

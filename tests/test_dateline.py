"""The document's own date: stated in the text, or inferred from what it names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dateline import dated, infer, own
from core.model import Document
from core.pipeline import extract
from core.timex import find, timexes
from core.when import When

STATED = {
    "LISBON, Aug 4 (Telex) - The port reopened on Friday. It had closed in July 2023.": ("2023-08-04", "dateline"),
    "OSLO, 12 March 2020 — Shops closed on Thursday.": ("2020-03-12", "dateline"),
    "Mill burns down\nBy Ann Example | 3 June 2019\n\nThe mill burned on Sunday.": ("2019-06-03", "byline"),
    "Mill burns down\nPublished 3 June 2019\n\nThe mill burned on Sunday.": ("2019-06-03", "published"),
    "Mill burns down\nPublished: Monday, June 3, 2019 at 10:15\n\nThe mill burned.": ("2019-06-03", "published"),
    "Tuesday, 4 June 2019\n\nDear editor, the mill burned on Sunday.": ("2019-06-04", "date line"),
    "Last updated 5 June 2019\nBy Ann Example | 3 June 2019\n\nThe mill burned.": ("2019-06-03", "byline"),
    "The mill burned on Sunday.\n\nThis article was first published on 3 June 2019.": ("2019-06-03", "published"),
    "Lima, 5 May 1998. The mill burned on Monday.": ("1998-05-05", "dateline"),
    "(Lima, 12 Aug. 2011) Police came on Friday.": ("2011-08-12", "dateline"),
    "LIMA, March 12, 2014 (Wire) --\n\nThe mill burned on Thursday.": ("2014-03-12", "dateline"),
    "2014-07-19 Lima -- The mill burned on Thursday.": ("2014-07-19", "dateline"),
    "Posted on: 3 June 2019 by admin\n\nThe mill burned on Monday.": ("2019-06-03", "published"),
    "For immediate release - 22 November 2021\n\nThe mill opens today.": ("2021-11-22", "published"),
    "Vol. 12, No. 3 (March 2009)\n\nPrices rose last month.": ("2009-03", "published"),
    "Minutes of the meeting held on 12 January 2020\n\nThe chair opened it.": ("2020-01-12", "published"),
    "The Daily Mill, 4 March 1901, page 3\n\nA fire broke out yesterday.": ("1901-03-04", "date line"),
    "© 2017 Mill News\n\nThe council met in the morning.": ("2017", "copyright"),
    "BERN, January 9 - The bridge, closed since November 2016, opened today.": ("2017-01-09", "dateline"),
}
INFERRED = {
    # bare days after months without a year: the month after the last one named, in the year that a length of time gives
    "The strike began in March 1984. After a 30-year strike ban the law fell. Talks failed in May and June. "
    "On the 3rd the union met, and on the 9th it voted.": "2014-07",
    # bare days that follow a named day are of its month, and nothing says when the text was written
    "On 3 March 2019 the dam broke. On the 5th the valley was cleared.": None,
    # the weekday fits one year only
    "The treaty of 2015 still holds. Ministers met on Tuesday, May 3. A vote follows next week.": "2016-05",
    # December is followed by January
    "The ferry sank in November 2021. A report came in December. On the 14th the owner resigned.": "2022-01?",
    # the last flight is dated with its year and with its distance
    "The last tram ran on 4 May 2011, ten years ago today.": "2021-05-04",
    "The last tram ran in 2011, ten years ago.": "2021",
    "Two years ago, in 2019, the bank failed. Its owner left town.": "2021",
    "25 years ago, in 1996, the dam broke. Today the valley is green.": "2021",
    "A decade ago (in 2009) Orrin bought Kestrel. The merger failed last year.": "2019",
    "It was in 2001, exactly twenty years ago, that the mill closed.": "2021",
    "Three years ago, in March 2018, the ferry sank. Divers came on Monday.": "2021",
    "Ten years ago, on 4 May 2011, the bridge fell.": "2021",
    "Two months ago, in March 2020, the shops closed.": "2020-05",
    # so many years later than the last year named, and it is now
    "The museum opened in 1996. Now, 25 years later, it is full. In June it closed for repairs.": "2021",
    "Founded in 1990, the club is now, thirty years later, bankrupt.": "2020",
    "The law of 2005 still stands today, 15 years later. Last week the court read it.": "2020",
    "The king died in 1286. Four years later his heir drowned.": None,
    # what is held against a year was written well after it
    "Last year the mill made a profit, its first since 2018. Today it is full.": None,
    "Last year's drought, the worst since 1976, emptied the lake. Today it is full.": None,
    "It was the first win for Sund since March 2015. Today they play again.": None,
    "The mill has stood empty since 2018. Today it is for sale.": "2018?",
    # what lies ahead is no month that was named before writing
    "The fair opened in April 2018. The mayor spoke on the 12th. The fair will close on October 2.": "2018-05?",
    "The company was founded in 1999. Its owner lives in Porto.": None,
    "The king died in 1286. His heir drowned in 1290.": None,
    "They met on the 10th.": None,
    # nobody can have written so in 44 BC, or will be writing in 12,000 AD
    "The Republic fell in 44 BC. Today it is a park. In March they fled.": None,
    "The star will be gone in 12,000 AD. Today it is bright.": None,
    "The star will be gone in 12,000 AD. It was seen in 1987. Today it is bright.": "1987?",
    "A bill signed on June 3, 2013 expires on Dec. 31. Last week the mayor read it.": "2013-06?",
}


def read(text: str) -> Document:
    return Document("a", text)


@pytest.mark.parametrize(("text", "edtf", "kind"), [(t, e, k) for t, (e, k) in STATED.items()])
def test_a_date_that_the_text_states(text: str, edtf: str, kind: str) -> None:
    document = read(text)
    known = infer(document, find(document))
    assert known is not None
    assert (known.when.edtf, known.source.split(" '")[0]) == (edtf, kind)


@pytest.mark.parametrize(("text", "edtf"), INFERRED.items())
def test_a_date_inferred(text: str, edtf: str | None) -> None:
    document = read(text)
    known = infer(document, find(document))
    assert (known and known.when.edtf) == edtf
    assert known is None or known.source.startswith("inferred, ")


def test_what_counts_from_a_guess_is_uncertain_too() -> None:
    document = read("The ferry sank in November 2021. A report came in December. On the 14th the owner resigned. He fled yesterday.")
    assert [t.when.edtf for t in timexes(document) if t.when][:3] == ["2021-11", "2021-12?", "2022-01-14?"]


def test_the_evidence_is_put_into_words() -> None:
    document = read("The ferry sank in November 2021. A report came in December. On the 14th the owner resigned.")
    known = infer(document, find(document))
    assert known is not None
    assert known.certainty == "guess"
    assert "the 14th" in known.source and "December" in known.source and "November 2021" in known.source


def test_a_date_that_was_given_wins() -> None:
    document = replace(read("OSLO, 12 March 2020 — Shops closed."), published=When("2020-03-13"), published_source="given")
    assert dated(document, find(document)) is document


def test_dated_fills_in_date_and_source() -> None:
    undated = read("OSLO, 12 March 2020 — Shops closed.")
    document = dated(undated, find(undated))
    assert (document.published, document.published_source) == (When("2020-03-12"), "dateline '12 March 2020'")


def test_the_headings_of_a_chronicle_are_no_dateline() -> None:
    document = read("3 March 2019\nThe dam breaks.\n\n5 March 2019\nThe valley is cleared.\n")
    assert own(document, find(document)) == []


def test_front_matter_is_no_evidence() -> None:
    text = "---\npublished: 3 June 2019\n---\nThe mill burned."
    assert infer(Document("a", text, body=text.rindex("---") + 4), ()) is None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    document = read(text)
    known = infer(document, find(document))
    assert known is None or known.source


def test_a_story_is_not_counted_from_a_date_that_was_only_inferred() -> None:
    story = read("The bridge fell in May. The mayor resigned this year. In 2009 the monument was unveiled, and in October 2009 it burned.")
    told = dated(story, find(story))
    assert told.inferred and told.published is not None
    values = [t.value for t in timexes(story, reading="narrative")]
    assert [t.value for t in timexes(told, reading="narrative")] == values == ["XXXX-05", "XXXX", "2009", "2009-10"]
    assert [e.when.edtf for e in extract(story, reading="narrative")] == ["2009", "2009-10"]


def test_a_weekday_is_no_day_where_only_the_month_of_writing_is_known() -> None:
    (event,) = extract(Document("a", "The mill burned on Monday.", published=When("2019-06")))
    assert event.when.edtf == "2019-06?"


@pytest.mark.parametrize(
    "text",
    [
        "Lima, 5 May 1998. The mill burned on Monday.",
        "2014-07-19 Lima -- The mill burned.",
        "BERN, Tuesday 3 March 2015: The mill burned yesterday.",
    ],
)
def test_the_dateline_makes_no_event_and_stands_in_no_label(text: str) -> None:
    assert {event.label for event in extract(Document("a", text))} <= {"The mill burned"}

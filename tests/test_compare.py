"""The sources of a happening side by side: order, independence, dates and counts; and the page (AppTest)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core import extract
from core.chronology import Happening, gather
from core.model import Document
from core.table import Row, table
from core.when import When
from dashboard import shelf
from dashboard.compare import Source, card, side_by_side, summary, told_by_several
from tests.test_views import APP, html, turn

SENTENCE = "The ferry Aurora sank off Norhaven on 4 June 2021, and 9 people drowned in the cold water."
TEXTS = (
    ("late", "2021-07-01", "In a storm on 5 June 2021 the ferry Aurora sank off Norhaven. 12 people drowned."),
    ("early", "2021-06-06", "In Norhaven they mourn. " + SENTENCE),
    ("copy", "2021-06-09", SENTENCE),
    ("other", "2021-06-10", "The Board of Nordbau met on 9 June 2021."),
)


def told(*texts: tuple[str, str, str]) -> tuple[list[Happening], dict[str, Row], list[Document]]:
    """The happenings of some texts, the rows of their events by id, and the documents."""
    documents = [Document(name, text, title=f"The {name}", published=When(day), url="javascript:alert(1)") for name, day, text in texts]
    events = [event for document in documents for event in extract(document)]
    happenings = gather(events, documents)
    return happenings, {row["id"]: row for row in table(events, documents, happenings).to_dict("records")}, documents


@pytest.fixture(scope="module")
def ferry() -> tuple[Happening, list[Source]]:
    happenings, rows, _ = told(*TEXTS)
    (found,) = (each for each in happenings if len(each.documents) > 1)
    return found, side_by_side(found, rows)


def test_sources_stand_in_the_order_of_publication(ferry: tuple[Happening, list[Source]]) -> None:
    assert [source.document for source in ferry[1]] == ["early", "copy", "late"]
    assert [source.place for source in ferry[1]] == [0, 1, 2]


def test_who_repeats_the_words_of_another_is_no_independent_source(ferry: tuple[Happening, list[Source]]) -> None:
    happening, sources = ferry
    assert [source.copied for source in sources] == [False, True, False]
    assert sum(not source.copied for source in sources) == happening.sources
    assert "Told by 3 documents, 2 of them independently, first by <cite>The early</cite> (6 June 2021)." in summary(*ferry)


def test_each_source_has_its_own_date_and_count(ferry: tuple[Happening, list[Source]]) -> None:
    assert [source.dates for source in ferry[1]] == [("4 June 2021",), ("4 June 2021",), ("5 June 2021",)]
    assert all(source.apart for source in ferry[1]) and ferry[0].disputed == ("date", "count")
    assert [any("12" in count for count in source.counts) for source in ferry[1]] == [False, False, True]


def test_a_card_quotes_the_excerpt_and_follows_no_strange_link(ferry: tuple[Happening, list[Source]]) -> None:
    first, second, _ = map(card, ferry[1])
    assert "<mark>on 4 June 2021</mark>" in first or "<mark>4 June 2021</mark>" in first
    assert "First reported" in first and "In the words of a source before it" in second
    assert "javascript" not in first and '<strong class="differs">4 June 2021</strong>' in first


def test_what_comes_from_a_document_is_escaped() -> None:
    happenings, rows, _ = told(("<img src=x>", "2021-06-06", "On 4 June 2021 <script>alert(1)</script> the ferry <b>Aurora</b> sank."))
    (source,) = side_by_side(happenings[0], rows)
    shown = card(source) + summary(happenings[0], [source])
    assert "<script" not in shown and "<img" not in shown and "<b>" not in shown


def test_only_what_several_documents_tell_is_compared() -> None:
    happenings, _, documents = told(*TEXTS)
    everything = table((event for document in documents for event in extract(document)), documents, happenings)
    assert len(told_by_several(everything, everything, 10)) == 1
    assert len(told_by_several(everything, everything[everything["document"] == "late"], 10)) == 1
    assert told_by_several(everything, everything[everything["document"] == "other"], 10).empty


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page on those documents."""
    for name, day, text in TEXTS:
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: The {name}\npublished: {day}\n---\n{text}\n", "utf-8")
    monkeypatch.setenv(shelf.INPUTS, json.dumps([str(tmp_path)]))
    yield AppTest.from_file(str(APP), default_timeout=60).run()
    st.cache_resource.clear()


def test_the_page_lists_what_can_be_compared(app: AppTest) -> None:
    turn(app, "compare")
    (listed,) = app.dataframe
    assert [*listed.value["documents"], *listed.value["disputed"]] == [3, "when and how many"]
    app.query_params["q"] = "Nordbau"
    app.run()
    assert "told by more than one document" in html(app)


def test_the_excerpt_leads_to_the_sources_side_by_side(app: AppTest) -> None:
    app.button("step-K").click().run()
    assert app.get("page_link")
    turn(app, "compare")
    assert html(app).count('<article class="source"') == 3 and "Disputed" in html(app)
    assert not app.exception

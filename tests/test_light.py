"""The table that the dashboard holds of a library: it says of each event what core.table says, in a fraction of the room."""

from pathlib import Path

import numpy as np
import pytest
from chart_tables import crowd

from core import extract, read
from core.library import Decision, Library
from core.model import Document
from core.table import COLUMNS, frame
from dashboard import light
from dashboard.contents import Contents
from dashboard.filters import Filter, apply
from dashboard.found import Found
from dashboard.ids import Ids
from dashboard.light import SEARCHED, SHOWN
from dashboard.timeline.marks import marks, part_of

SEEDS = Path(__file__).parent.parent / "seeds/articles"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library(Path(tmp_path_factory.mktemp("light")) / "library.db")
    made.add_all([(document, extract(document)) for document in read(SEEDS)])
    return made


def test_it_says_what_the_whole_table_says(library: Library) -> None:
    whole = frame(library.events(), library.documents(), library.happenings())
    held = Contents(library).table
    assert set(SHOWN) < set(COLUMNS) and len(whole) == len(held) > 50
    for name in SHOWN:
        assert held[name].astype(object).equals(whole[name].astype(object)), name


def test_a_table_that_comes_in_many_pieces_is_the_same(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    with library.moment() as moment:
        at_once = light.light(moment.tellings, moment.documents)
    monkeypatch.setattr(light, "PIECE", 7)
    with library.moment() as moment:
        assert light.light(moment.tellings, moment.documents).equals(at_once)
    assert light.light([]).columns.tolist() == at_once.columns.tolist()


def test_what_is_left_out_is_read_when_it_is_asked_for(library: Library) -> None:
    contents = Contents(library)
    told = list(contents.records(contents.table.iloc[5:8]))
    whole = frame(library.events(), library.documents(), library.happenings())
    assert [each["id"] for each in told] == whole["id"].iloc[5:8].tolist()
    assert set(told[0]) == set(COLUMNS)
    assert [told[0][name] for name in ("excerpt", "timexes", "title", "weight")] == [
        whole[name].iloc[5] for name in ("excerpt", "timexes", "title", "weight")
    ]
    happening = contents.happening(told[0]["id"])
    assert happening == library.happening(told[0]["id"]) and told[0]["happening"] == happening.id


def test_a_search_finds_the_same_in_it(library: Library) -> None:
    whole = frame(library.events(), library.documents(), library.happenings())
    held = Contents(library).table
    for text in ("taliban", "troops kabul", "DOHA", "the", "no such words"):
        left = apply(Found(held), Filter(text=text)).table
        assert left["id"].tolist() == apply(Found(whole), Filter(text=text))["id"].tolist()
        assert SEARCHED not in left
    assert len(apply(Found(held), Filter(text="kabul"))) > 3


def test_ids_are_a_sequence_that_is_looked_up_where_it_stands(library: Library) -> None:
    ids = Ids(Contents(library).table["id"])
    as_list = list(ids)
    assert (ids[3], ids[-1], ids[2:4]) == (as_list[3], as_list[-1], as_list[2:4])
    assert ids.index(as_list[7]) == 7 and as_list[7] in ids and "nothing" not in ids and None not in ids
    with pytest.raises(ValueError, match="nothing"):
        ids.index("nothing")


def test_to_ask_whether_a_document_is_there_reads_none(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = Contents(library).documents
    monkeypatch.setattr(Library, "document", lambda *_: pytest.fail("read"))
    assert [id in documents for id in (*documents, "nothing")] == [True] * len(documents) + [False]


def test_the_marks_of_all_rows_share_those_of_the_table() -> None:
    whole = marks(crowd(50))
    assert part_of(whole, np.arange(50)).known_start is whole.known_start


def test_rows_that_were_rejected_or_came_since_are_not_there(library: Library, tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as own:
        own.add_all([(document, extract(document)) for document in read(SEEDS)][:1])
        contents = Contents(own)
        first, second, *_ = contents.events
        own.decide(Decision("reject", (first,)))
        late = Document("late", "The ferry Marle sank on 3 May 2019.")
        own.add(late, extract(late))
        asked = [first, second, extract(late)[0].id, "nothing"]
        assert [*contents.events.those(asked)] == [second]

"""Events of many documents -> happenings: what is told twice is one, what only sounds alike stays two, and no version of it is lost."""

import itertools
from typing import Any

import pytest

from core.chronology import Chronology, Happening, gather
from core.chronology.counts import counts
from core.chronology.words import named_things, words
from core.model import Document
from core.pipeline import extract
from core.table import table
from core.when import When

Row = dict[str, Any]


def told(document: str, edtf: str, label: str, *actors: str, places: tuple[str, ...] = (), **more: Any) -> Row:
    """The row of an event as `core.table` makes it, as far as gathering reads it."""
    sentence = more.pop("sentence", f"{label}.")
    return {
        "id": f"{document}:{edtf}:{label}",
        "document": document,
        "edtf": edtf,
        "granularity": When(edtf).granularity,
        "extent": "span" if "/" in edtf else "moment",
        "label": label,
        "excerpt": sentence,
        "excerpt_start": 0,
        "excerpt_end": len(sentence),
        "mentions": [{"start": 0, "end": len(sentence), "text": sentence}],
        "timexes": [],
        "actors": list(actors),
        "places": list(places),
        "status": "happened",
        "published": None,
        **more,
    }


def gathered(*rows: Row) -> list[Happening]:
    return gather(rows)


SAME = [
    # other words for the deed or the thing
    (("2019-05-03", "The ferry Marle sank off Lorn", "Marle"), ("2019-05-03", "The vessel Marle went down near the port of Lorn", "Marle")),
    (("2018-02-01", "Ida Moe resigned as mayor of Lorn", "Ida Moe"), ("2018-02-01", "Mayor Ida Moe stepped down", "Ida Moe")),
    (("1998-11-09", "Police arrested Otto Brandt", "Otto Brandt"), ("1998-11-09", "Brandt was detained at his home", "Otto Brandt")),
    (
        ("2005-06", "Denmark and Chile signed a treaty on fishing", "Denmark", "Chile"),
        ("2005-06-14", "The fishing accord was signed by Chile", "Chile"),
    ),
    (("2019-05-03", "The bacterium was found in Lorn", "Lorn"), ("2019-05-03", "The laboratory detected the bacterium in Lorn", "Lorn")),
    # a coarse date holds a finer one
    (("2011", "Nordbau bought the Havel shipyard", "Nordbau"), ("2011-03-07", "Nordbau acquired the Havel yard", "Nordbau")),
    (("2019-05", "The Marle sank", "Marle"), ("2019-05-03", "The ferry Marle sank off Lorn", "Marle")),
    # a plan that came true
    (
        ("2022-04-01", "The Tessin bridge will reopen", "Tessin"),
        ("2022-04-01", "The Tessin bridge was reopened to traffic", "Tessin"),
    ),
]
APART = [
    # another deed, other people, another place on the same day
    (("2019-05-03", "The ferry Marle sank off Lorn", "Marle"), ("2019-05-03", "The owner of the Marle was arrested", "Marle")),
    (("2018-02-01", "Ida Moe resigned", "Ida Moe"), ("2018-02-01", "Otto Brandt resigned", "Otto Brandt")),
    (("2001-08-12", "The rebels captured Sarn"), ("2001-08-12", "The rebels captured Velm")),
    # a disease bears a name, which is nobody's
    (("2022-08", "An outbreak of Dorn's disease occurred in Lorn"), ("2022-08-19", "58 people had Dorn's disease")),
    # told of the same place, days apart
    (("2020-03-01", "A blast killed a guard in Velm"), ("2020-03-09", "A blast damaged a school in Velm")),
    (("2015-05-04", "The council of Lorn met"), ("2015-06-08", "The council of Lorn met")),
    (("2015", "Nordbau published its report", "Nordbau"), ("2019", "Nordbau published its report", "Nordbau")),
    # two sayings of one day
    (("2018-02-01", "Ida Moe said that the dam was safe", "Ida Moe"), ("2018-02-01", "Ida Moe said that taxes would rise", "Ida Moe")),
]
DATED_DIFFERENTLY = [
    (("2019-05-03", "The ferry Marle sank off Lorn", "Marle"), ("2019-05-04", "The Marle, a ferry, sank off Lorn", "Marle")),
    (("1911", "The Tessin bridge was opened by King Olaf", "Olaf"), ("1912", "King Olaf opened the Tessin bridge", "Olaf")),
    (("2019-05", "Otto Brandt was sentenced in Velm", "Otto Brandt"), ("2019-06", "A court in Velm sentenced Otto Brandt", "Otto Brandt")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_two_documents_tell_of_one_thing_is_one_happening(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    (found,) = gathered(told("a", *one), told("b", *other))
    assert found.disputed == () and found.sources == 2 and found.documents == ("a", "b")


@pytest.mark.parametrize(
    ("label", "deed"),
    [
        ("She was admitted to hospital", "!hospitalise"),
        ("An ambulance took her to St Luke's", "!hospitalise"),
        ("They rushed the boy to hospital", "!hospitalise"),
        ("The tower was switched off", "!end"),
        ("They turned the pumps off", "!end"),
        ("The lights were switched on", "!begin"),
    ],
)
def test_words_that_mean_their_deed_only_together(label: str, deed: str) -> None:
    assert [term for term in named_things(words(label), ()) if term[0] == "!"] == [deed]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_sounds_alike_stays_two(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert len(gathered(told("a", *one), told("b", *other))) == 2


@pytest.mark.parametrize(("one", "other"), DATED_DIFFERENTLY)
def test_what_is_dated_differently_is_one_and_disputed(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    rows = told("a", *one), told("b", *other)
    (found,) = gathered(*rows)
    assert found.disputed == ("date",) and found.when == f"{one[0]}/{other[0]}"
    assert [(version.value, version.events) for version in found.dates] == [(row["edtf"], (row["id"],)) for row in rows]


def test_what_happened_was_not_denied() -> None:
    paid = ("2022-04-05", "Nordbau paid invoice 4411 twice", "Nordbau")
    assert len(gathered(told("a", *paid), told("b", *paid, status="denied"))) == 2
    assert len(gathered(told("a", *paid, status="planned"), told("b", *paid))) == 1


def test_a_writer_does_not_contradict_himself() -> None:
    day, next_day = (("2020-03-01", "Shells hit the market of Velm"), ("2020-03-02", "Shells hit the market of Velm"))
    assert len(gathered(told("a", *day), told("a", *next_day))) == 2
    assert len(gathered(told("a", *day), told("b", *next_day))) == 1
    both = gathered(told("a", *day), told("a", *next_day), told("b", *day), told("b", *next_day))
    assert [(h.when, h.disputed) for h in both] == [("2020-03-01", ()), ("2020-03-02", ())]


def test_numbers_that_differ_are_kept_and_disputed() -> None:
    first = told("a", "2019-05-03", "The ferry Marle sank off Lorn, killing 12 people", "Marle")
    second = told("b", "2019-05-03", "The ferry Marle sank, and 14 passengers died", "Marle")
    third = told("c", "2019-05-03", "The ferry Marle sank off Lorn with at least ten dead", "Marle")
    (found,) = gathered(first, second, third)
    assert found.disputed == ("count",) and found.when == "2019-05-03"
    assert [(v.value, v.events) for v in found.counts] == [("12", (first["id"],)), ("14", (second["id"],))]


@pytest.mark.parametrize(
    ("titles", "disputed"),
    [
        (("Thieves take swords from Lorn and Velm", "The court of Velm on the thieves of Lorn"), [("count",)]),
        (("Thieves take swords from Lorn", "The court of Velm on a theft"), [(), ()]),
        (("Thieves Take Swords From Lorn And Velm", "The Court Of Velm On The Thieves Of Lorn"), [(), ()]),  # its capitals tell no names
    ],
)
def test_documents_whose_titles_name_the_same_are_of_one_matter(titles: tuple[str, str], disputed: list[tuple[str, ...]]) -> None:
    texts = (
        "Thieves broke into the old bank on 3 May 2019 and took two swords.",
        "On 3 May 2019 two men broke into the bank and stole three swords.",
    )
    documents = [Document(title, text, title=title) for title, text in zip(titles, texts, strict=True)]
    assert [found.disputed for found in gather([event for each in documents for event in extract(each)], documents)] == disputed


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("killed 12 people", "12 people died", True),
        ("killed 12 people", "killed at least 10 people", True),
        ("killed 12 people", "killed at least 14 people", False),
        ("some 170 died", "about 165 people were killed", True),
        ("two dozen were injured", "24 people were hurt", True),
        ("killed twelve people", "killed 12 people", True),
        ("paid $40 million", "a payment of $45 million", False),
    ],
)
def test_counts_agree_as_far_as_their_words_allow(one: str, other: str, agree: bool) -> None:
    (a,), (b,) = counts(one), counts(other)
    assert a.same_thing(b) and a.agrees(b) is agree and b.agrees(a) is agree


@pytest.mark.parametrize(("one", "other"), [("killed 12 people", "injured 40 people"), ("sold 12 ships", "12 workers were hired")])
def test_other_things_are_not_held_against_each_other(one: str, other: str) -> None:
    assert not counts(one)[0].same_thing(counts(other)[0])


def test_years_dates_and_lengths_count_nothing() -> None:
    assert counts("In 1998 they met for 3 days on 4 May, and one of them stayed until 17:30", ["4 May"]) == ()


def test_no_chain_makes_a_blob_of_days() -> None:
    """Each day is like its neighbours, but nobody dates one thing over a week."""
    days = [told(f"d{day}", f"2020-03-{day:02d}", "Shells hit the market of Velm") for day in range(1, 29)]
    assert all(len(happening.events) <= 11 for happening in gathered(*days))


def test_the_finest_date_counts_and_the_coarse_one_is_kept() -> None:
    rows = [
        told("a", "2019", "The ferry Marle sank", "Marle"),
        told("b", "2019-05", "The Marle, a ferry, sank", "Marle"),
        told("c", "2019-05-03", "The ferry Marle sank off Lorn", "Marle"),
    ]
    (found,) = gathered(*rows)
    assert (found.when, found.disputed) == ("2019-05-03", ())
    assert sorted(version.value for version in found.dates) == ["2019", "2019-05", "2019-05-03"]


def test_a_plan_that_came_later_disputes_nothing() -> None:
    rows = [
        told("a", "2022-04-01", "King Olaf will open the Tessin bridge", "Olaf", status="planned"),
        told("b", "2022-04-03", "King Olaf opened the Tessin bridge", "Olaf"),
    ]
    (found,) = gathered(*rows)
    assert (found.when, found.disputed, len(found.dates)) == ("2022-04-03", (), 2)


def test_sources_stand_in_order_of_publication_and_a_wire_text_counts_once() -> None:
    wire = "The ferry Marle sank off Lorn on Friday with 12 people on board, the coast guard said."
    rows = [
        told("late", "2019-05-03", "The ferry Marle sank off Lorn", "Marle", published="2019-06", sentence=wire.replace("Friday", "3 May")),
        told("first", "2019-05-03", "The ferry Marle sank off Lorn", "Marle", published="2019-05-04", sentence=wire),
        told(
            "own",
            "2019-05-03",
            "The Marle sank near Lorn",
            "Marle",
            published="2019-05-05",
            sentence="Nobody saw how the Marle sank near Lorn.",
        ),
        told("undated", "2019-05-03", "The Marle sank", "Marle"),
    ]
    (found,) = gathered(*rows)
    assert found.documents == ("first", "own", "late", "undated")
    assert (found.first_reported, found.sources) == ("2019-05-04", 3)


def test_weight_grows_with_sources_and_says_why() -> None:
    rows = [
        *(
            told(name, "2019-05-03", "The ferry Marle sank off Lorn", "Marle", sentence=f"{name}, the Marle sank.")
            for name in ("a", "b", "c")
        ),
        told("a", "2019-08-01", "A court heard the owner"),
        told("d", "2019-05-03", "A choir sang in Velm"),
    ]
    found = {happening.label: happening.weight for happening in gathered(*rows)}
    assert found["The ferry Marle sank off Lorn"].value > found["A choir sang in Velm"].value > found["A court heard the owner"].value
    assert found["The ferry Marle sank off Lorn"].why.startswith(
        "3 independent sources (2.00); 3 sentences (0.50); 1 other document with the date"
    )


def test_the_order_of_the_events_makes_no_difference() -> None:
    rows = [told(str(k), *which) for k, which in enumerate(itertools.chain.from_iterable([*SAME, *APART, *DATED_DIFFERENTLY]))]
    assert gathered(*rows) == gathered(*reversed(rows))


def test_each_event_is_in_one_happening() -> None:
    rows = [told(str(k), *which) for k, which in enumerate(itertools.chain.from_iterable([*SAME, *APART]))]
    assert sorted(id for happening in gathered(*rows) for id in happening.events) == sorted(row["id"] for row in rows)


def test_open_and_far_dates_are_gathered_too() -> None:
    rows = [
        told("a", "2021-08-15/..", "Velm has been closed to ships"),
        told("b", "../1850", "The mill of Lorn stood idle"),
        told("c", "Y-17000", "Hunters painted the cave of Sarn"),
        told("d", "-0043-03-15", "Caesar was murdered in Rome", "Caesar"),
        told("e", "-0043-03-15", "The murder of Caesar", "Caesar"),
        told("f", "19XX", "The port of Velm grew"),
    ]
    assert sorted(len(happening.events) for happening in gathered(*rows)) == [1, 1, 1, 1, 2]


def test_the_table_says_for_each_event_what_its_happening_is() -> None:
    documents = [
        Document("one", "The ferry Marle sank on 3 May 2019 off Lorn.", When("2019-05-04")),
        Document("two", "On 4 May 2019 the Marle, a ferry, sank off Lorn. Its owner was arrested in July 2019.", When("2019-08-01")),
    ]
    events = [event for document in documents for event in extract(document)]
    made = table(events, documents, gather(events, documents))
    sunk, also, arrest = made.to_dict("records")
    assert sunk["happening"] == also["happening"] != arrest["happening"]
    assert (sunk["disputed"], sunk["sources"], arrest["disputed"], arrest["sources"]) == (True, 2, False, 1)
    assert sunk["weight"] == also["weight"] > arrest["weight"]
    assert table(events)["happening"].tolist() == [None] * 3


def test_what_somebody_said_is_the_same_or_not_counts() -> None:
    (one, other), (this, that) = SAME[0], APART[2]
    a, b, c, d = told("a", *one), told("b", *other), told("a", *this), told("b", *that)
    assert len(gather([a, b, c, d])) == 3
    assert len(gather([a, b, c, d], different=[(b["id"], a["id"])])) == 4
    assert len(gather([a, b, c, d], same=[(c["id"], d["id"])])) == 2
    assert len(gather([a, b, c, d], same=[(c["id"], "gone")], different=[("gone", a["id"])])) == 3


def test_a_chronology_grows_by_what_a_document_touches() -> None:
    chronology = Chronology()
    first = chronology.add([told("a", *SAME[0][0]), told("a", *SAME[1][0])])
    assert [len(happening.events) for happening in first] == [1, 1]
    (changed,) = chronology.add([told("b", *SAME[0][1])])
    assert changed.documents == ("a", "b") and changed.id in {happening.id for happening in first}
    assert chronology.add([told("c", *APART[3][0])])[0].documents == ("c",)
    assert len(chronology.happenings()) == 3


def test_a_happening_keeps_its_id_when_an_earlier_report_comes_in() -> None:
    chronology = Chronology()
    (before,) = chronology.add([told("late", *SAME[0][0], published="2020")])
    (after,) = chronology.add([told("early", *SAME[0][1], published="2019-05-04")])
    assert after.id == before.id and after.documents == ("early", "late")


def test_documents_one_by_one_come_to_the_same_chronology() -> None:
    pairs = [*SAME, *APART, *DATED_DIFFERENTLY]
    documents = [[told(name, *pair[side]) for pair in pairs] for side, name in enumerate("ab")]
    chronology = Chronology()
    for rows in documents:
        chronology.add(rows)
    assert _groups(chronology.happenings()) == _groups(gather([row for rows in documents for row in rows]))


def _groups(found: list[Happening]) -> set[frozenset[str]]:
    return {frozenset(happening.events) for happening in found}


def test_a_number_of_dead_is_taken_from_the_next_sentence() -> None:
    documents = [
        Document("a", "The bridge at Lorn fell on 3 May 2019. Eleven people are dead.", When("2019-05-04")),
        Document("b", "On 3 May 2019 the bridge at Lorn fell. Fourteen people lost their lives.", When("2019-06-01")),
    ]
    (found,) = gather([event for document in documents for event in extract(document)], documents)
    assert found.disputed == ("count",) and [version.value for version in found.counts] == ["Eleven", "Fourteen"]


def test_they_follows_the_day() -> None:
    day = "2018-03-18"
    rows = [told("a", day, "Ida Moe met Otto Brandt in Velm", "Ida Moe", "Otto Brandt"), told("b", day, "They put the papers away")]
    assert len(gather(rows)) == 1
    assert len(gather([*rows, told("c", day, "A choir sang in Sarn")])) == 3

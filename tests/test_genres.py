"""Floors of the figures on documents of other genres that were annotated before the program read them. They only ever rise."""

from pathlib import Path

from core.readers import read
from scripts import score
from tests.test_acceptance import scores

LATER = Path(__file__).parent / "genres" / "later"
LAST = Path(__file__).parent / "genres" / "last"
PRACTICE = Path(__file__).parent / "genres" / "practice"
NEWEST = Path(__file__).parent / "genres" / "newest"
NOVEMBER = Path(__file__).parent / "genres" / "november"
FRESH = Path(__file__).parent / "genres" / "fresh"


def test_the_events_of_the_later_genres() -> None:
    documents = [document for path in LATER.glob("*.md") for document in read(path)]
    found = scores(documents, score.load_gold(LATER))
    assert found["event_F1"] >= 97  # the aim is 85; at first 96.3
    assert found["date_accuracy"] >= 95  # the aim is 95; at first 92.4
    assert found["actor_F1"] >= 75  # the aim is 80; at first 57.9


def test_the_events_of_the_last_genres() -> None:
    documents = [document for path in LAST.glob("*.md") for document in read(path)]
    found = scores(documents, score.load_gold(LAST))
    assert found["event_F1"] >= 100  # the aim is 85; at first 98.7
    assert found["date_accuracy"] >= 89  # the aim is 95; at first 89.2
    assert found["actor_F1"] >= 90  # the aim is 80; at first 55.9


def test_the_events_of_the_fresh_genres() -> None:
    documents = [document for path in FRESH.glob("*.md") for document in read(path)]
    found = scores(documents, score.load_gold(FRESH))
    assert found["event_F1"] >= 98  # the aim is 85; at first 97.0
    assert found["date_accuracy"] >= 95  # the aim is 95; at first 85.8
    assert found["actor_F1"] >= 86  # the aim is 80; at first 66.0


def test_the_events_of_the_practice_set() -> None:
    documents = [document for path in PRACTICE.glob("*.md") for document in read(path)]
    found = scores(documents, score.load_gold(PRACTICE))
    assert found["event_F1"] >= 95  # the aim is 85; at first 95.3
    assert found["date_accuracy"] >= 93  # the aim is 95; at first 75.5
    assert found["actor_F1"] >= 87  # the aim is 80; at first 62.1


def test_the_events_of_the_newest_set() -> None:
    documents = [document for path in NEWEST.glob("*.md") for document in read(path)]
    found = scores(documents, score.load_gold(NEWEST))
    assert found["event_F1"] >= 98  # the aim is 85; at first 94.4
    assert found["date_accuracy"] >= 99  # the aim is 95; at first 85.9
    assert found["actor_F1"] >= 79  # the aim is 80; at first 69.2


def test_the_events_of_the_november_half_that_was_read() -> None:
    documents = [document for path in (NOVEMBER / "open").glob("*.md") for document in read(path)]
    found = scores(documents, score.load_gold(NOVEMBER / "open"))
    assert found["event_F1"] >= 94  # the aim is 85; at first 94.1
    assert found["date_accuracy"] >= 96  # the aim is 95; at first 87.5
    assert found["actor_F1"] >= 88  # the aim is 80; at first 69.8


def test_the_events_of_the_november_half_of_which_only_figures_are_seen() -> None:
    documents = [document for path in (NOVEMBER / "aside").glob("*.md") for document in read(path)]
    found = scores(documents, score.load_gold(NOVEMBER / "aside"))
    assert found["event_F1"] >= 95  # the aim is 85; at first 94.8
    assert found["date_accuracy"] >= 89  # the aim is 95; at first 84.1
    assert found["actor_F1"] >= 70  # the aim is 80; at first 63.6

"""What a table is searched by: it finds what a look at each row finds, whatever was asked before."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import found
from dashboard.filters import Filter, apply
from dashboard.found import Found
from dashboard.light import SEARCHED
from dashboard.part import Part

WORDS = st.text(alphabet="ab.(+ß ", min_size=1, max_size=5)


def texts(*said: str) -> Found:
    return Found(pd.DataFrame({SEARCHED: pd.Series(said, dtype="string")}))


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(st.tuples(WORDS, st.integers(0, 63)), max_size=12))
def test_words_are_found_as_they_are_written_whatever_was_asked_before(said: list[str], asked: list[tuple[str, int]]) -> None:
    held = texts(*said)
    for word, rows in asked:
        among = np.array([row for row in range(len(said)) if rows >> row & 1], np.int64)
        assert held.saying(word, among).tolist() == [word in said[row] for row in among]


def test_of_a_word_that_is_typed_on_only_what_had_its_beginning_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    held, looked = texts("bridge", "brigade", "pier"), list[Any]()
    look = Found._say
    monkeypatch.setattr(Found, "_say", lambda self, word, among: looked.append((word, among)) or look(self, word, among))
    everywhere = np.arange(3)
    for word in ("br", "brid", "brid", "brig"):
        held.saying(word, everywhere)
    assert [(word, None if among is None else among.tolist()) for word, among in looked] == [
        ("br", None),
        ("brid", [0, 1]),
        ("brig", [0, 1]),
    ]


def test_few_words_are_kept_and_long_ones_are_found() -> None:
    held = texts("x" * 60 + "y", "z")
    for word in ("x" * 60, *(str(number) for number in range(20))):
        assert held.saying(word, np.arange(2)).tolist() == [word[0] == "x", False]
    assert len(held._words) == found.KEPT


def test_a_part_is_what_its_table_is_and_copies_a_whole_one_never() -> None:
    table = pd.DataFrame({"id": pd.Series(["a", "b", "c", "d"], dtype="string"), SEARCHED: "x", "status": ["planned", "denied"] * 2})
    part = apply(Found(table), Filter(statuses=("denied",)))
    assert part.table["id"].tolist() == ["b", "d"] == list(part["id"]) == list(part.ids) and list(part.table) == ["id", "status"]
    assert part.take(slice(1, 9))["id"].tolist() == ["d"]
    assert [part.ids.place(id) for id in ("d", "c", "e")] == [1, None, None]
    assert part.ids[-1] == "d" and part.ids[:1] == ["b"] and not part.empty and len(part) == 2 and not part.whole
    whole = Part(table)
    assert whole.whole and whole.table is table and whole.ids.index("d") == 3
    assert Part(table.iloc[:0]).empty

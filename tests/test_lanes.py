"""Stretches of time in a lane are found by bisection, and are those that a look at every mark finds."""

import random
from itertools import pairwise

import numpy as np
import pytest
from chart_tables import crowd, row, table

from core.when import DAY
from dashboard.timeline.marks import Marks, marks
from dashboard.timeline.views import before_after, beyond, whole

LENGTHS = (
    [f"19{year}" for year in range(50, 99)] + [f"19{year}-05" for year in range(50, 99)] + [f"19{year}-05-01/.." for year in range(50, 99)]
)
MADE = [marks(crowd(2000)), marks(table(row(i, edtf, "x", ["A"]) for i, edtf in enumerate([*LENGTHS, "1950/1990", "../1970"])))]


def stretches(made: Marks) -> list[tuple[float, float]]:
    chance, (start, end) = random.Random(5), whole(made)
    return [tuple(sorted((chance.uniform(start, end), chance.uniform(start, end)))) for _ in range(40)]  # type: ignore[misc]


@pytest.mark.parametrize("made", MADE, ids=["crowd", "lengths"])
def test_what_touches_a_stretch_of_time_is_found(made: Marks) -> None:
    for low, high in stretches(made):
        inside = (made.known_end > low) & (made.known_start < high)
        for lane in made.lanes:
            there = lane.marks[inside[lane.marks]]
            assert lane.touching(low, high).tolist() == there.tolist()
            assert lane.count(low, high) == len(there)
            lasting = (made.known_end - made.known_start)[there]
            assert lane.touching(low, high, above=33).tolist() == there[lasting >= 2.0**33].tolist()


@pytest.mark.parametrize("made", MADE, ids=["crowd", "lengths"])
def test_what_begins_or_lies_between_edges_is_found(made: Marks) -> None:
    edges = np.linspace(*whole(made), 12)
    for lane in made.lanes:
        brief = lane.marks[(made.known_end - made.known_start)[lane.marks] < 2.0**33]
        found = lane.beginning(edges, 33)
        assert [each.tolist() for each in found] == [
            brief[(made.known_start[brief] >= low) & (made.known_start[brief] < high)].tolist() for low, high in pairwise(edges)
        ]
        assert lane.density(edges).tolist() == np.histogram(made.at[lane.marks], edges)[0].tolist()


@pytest.mark.parametrize("made", MADE, ids=["crowd", "lengths"])
def test_what_lies_beyond_a_view_is_counted_and_led_to(made: Marks) -> None:
    for view in stretches(made):
        ended, begins = made.known_end <= view[0], made.known_start >= view[1]
        assert before_after(made, view) == (int(ended.sum()), int(begins.sum()))
        before, after = beyond(made, view)
        if before:
            assert before[0] < made.known_start[ended].min() and before[1] <= max(view[0], before[0] + 10 * DAY)
        if after:
            assert after[1] > made.known_end[begins].max() and after[0] <= max(view[1], after[1] - 10 * DAY)
        assert (before is None, after is None) == (not ended.any(), not begins.any())

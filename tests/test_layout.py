"""Nothing overlaps, nothing leaves the plot, nothing moves while one pans, and never too many marks."""

import math
import random
from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest
from chart_tables import crowd, harbour, row, table
from hypothesis import given, settings
from hypothesis import strategies as st

from core.when import DAY, When
from dashboard.theme import LIGHT
from dashboard.timeline.lanes import BY, GREY, Choice
from dashboard.timeline.layout import AROUND, LABEL, MOST_MARKS, ROW, Layout, Placed, layout
from dashboard.timeline.marks import Marks, marks, part_of
from dashboard.timeline.pack import GAP, HEAD
from dashboard.timeline.text import cut, text_width
from dashboard.timeline.views import before_after, beginning, beyond, first_view, of_lane, whole

WIDTHS = (1400, 900, 390, 320)


def mixed(count: int) -> pd.DataFrame:
    """A crowd in which some are dated to a month or a year and some lasted: short and long marks at any zoom."""
    chance = random.Random(3)
    events = crowd(count)
    for place in range(0, count, 7):
        year = chance.randint(1950, 2020)
        edtf = chance.choice(
            [f"{year}", f"{year}-{chance.randint(1, 12):02d}", f"{year}-03-02/{year + chance.randint(0, 3)}-04", f"{year}/.."]
        )
        when = When(edtf)
        events.loc[place, ["start_ms", "end_ms"]] = [float(when.start or 0), math.nan if when.end is None else float(when.end)]
        events.loc[place, "granularity"] = when.granularity
        events.loc[place, "extent"] = chance.choice(["moment", "span"])
    return events.sort_values("start_ms").reset_index(drop=True)


def names(made: Marks) -> list[str]:
    return [lane.name for lane in made.lanes]


def boxes(plan: Layout) -> list[tuple[Placed, float, float, float, float]]:
    """Label boxes in pixels: left, right, top, bottom; those that the view shows."""
    found = []
    for item in plan.placed:
        width, at = text_width(item.label), (item.label_at - plan.view[0]) * plan.pixels_per_ms
        left = at - width if item.side == "left" else at
        if item.label and left + width > 0 and left < plan.plot_width:
            found.append((item, left, left + width, item.y - 9, item.y + 9))
    return found


def bodies(plan: Layout) -> list[tuple[Placed, float, float, float, float]]:
    to = plan.pixels_per_ms
    return [
        (item, (item.start - plan.view[0]) * to, (item.end - plan.view[0]) * to, item.y - 6, item.y + 6)
        for item in plan.placed
        if (item.end - plan.view[0]) * to > 0 and (item.start - plan.view[0]) * to < plan.plot_width
    ]


def apart(one: tuple[Placed, float, float, float, float], two: tuple[Placed, float, float, float, float]) -> bool:
    return one[2] <= two[1] + 0.01 or two[2] <= one[1] + 0.01 or one[4] <= two[3] or two[4] <= one[3]


def views(made: Marks) -> list[tuple[float, float]]:
    everything = whole(made)
    length = everything[1] - everything[0]
    zooms = [(everything[0] + a * length, everything[0] + b * length) for a, b in ((0.2, 0.5), (0.31, 0.33), (0.7, 1.1), (0.4, 0.4005))]
    return [everything, first_view(made), *zooms]


def stands_free(plan: Layout) -> None:
    """No label overlaps another or a mark that is not its own, or leaves the plot or its lane."""
    labels, marked = boxes(plan), bodies(plan)
    for number, lane in enumerate(plan.lanes):
        own = [label for label in labels if label[0].lane == number]
        for one, two in combinations(own, 2):
            assert apart(one, two), (one, two)
        for label, body in product(own, [body for body in marked if body[0].lane == number]):
            assert apart(label, body) or (body[0].mark == label[0].mark and body[0].side == "inside"), (label, body)
        for label in own:
            assert label[1] >= -0.01 and label[2] <= plan.plot_width + 0.01, label
            assert lane.top <= label[3] and label[4] <= lane.bottom


TABLES = {"harbour": marks(harbour()), "crowd": marks(crowd()), "mixed": marks(mixed(3000))}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("made", TABLES.values(), ids=TABLES)
def test_labels_never_overlap_labels_or_bodies_and_stay_in_the_plot(made: Marks, width: int) -> None:
    for view in views(made):
        stands_free(layout(made, view, width))


@settings(max_examples=40)
@given(st.sampled_from(list(TABLES)), st.floats(-0.3, 1.2), st.floats(-6, 0.5), st.integers(320, 2400), st.none() | st.integers(0, 40))
def test_labels_stand_free_in_any_view(table_: str, place: float, zoom: float, width: int, chosen: int | None) -> None:
    made = TABLES[table_]
    start, end = whole(made)
    begin, length = start + place * (end - start), (end - start) * 10**zoom
    stands_free(layout(made, (begin, begin + length), width, None if chosen is None else made.id(chosen)))


def test_every_event_of_a_small_table_is_drawn_in_each_of_its_lanes() -> None:
    made = marks(harbour())
    plan = layout(made, whole(made), 1400)
    assert len(plan.placed) == sum(map(len, made.lanes)) == 41
    assert all(item.label for item in plan.placed)
    assert not any(lane.hidden for lane in plan.lanes)


def test_lanes_with_nothing_in_the_view_take_no_room_and_are_named() -> None:
    rows = [row(1, "2021-05-01", "talks", ["A", "B"]), row(2, "1999-05-01", "war", ["C"]), row(3, "1998-05-01", "flood", ["C"])]
    made = marks(table(rows))
    view = (float(When("2021").start or 0), float(When("2021").end or 0))
    for width in WIDTHS:
        plan = layout(made, view, width)
        assert [lane.name for lane in plan.lanes] == ["A", "B"]
        assert [(made.lanes[lane.index].name, lane.name, lane.count) for lane in plan.folded] == [("C", "C", 2)]
        assert {plan.lanes[item.lane].name for item in plan.placed} == {"A", "B"}
        assert of_lane(made, plan.folded[0].index)[1] < view[0]
        assert not layout(made, whole(made), width).folded
    nowhere = layout(made, (0.0, 1000.0 * DAY), 1000)
    assert not nowhere.lanes and not nowhere.placed and len(nowhere.folded) == 3


def standing(made: Marks, plan: Layout) -> dict[tuple[int, str], tuple[float, str, str, int]]:
    """What stands whole in the view, with its label at the right: row, label, side and place by mark and lane."""
    found = {}
    for item in plan.placed:
        left, right = ((at - plan.view[0]) * plan.pixels_per_ms for at in (item.start, item.end))
        whole_label = text_width(cut(made.label(item.mark), min(LABEL, plan.plot_width * 0.8)))
        if left > 0 and right + GAP + HEAD + whole_label < plan.plot_width - 2:
            lane = plan.lanes[item.lane]
            found[item.mark, lane.name] = (item.y - lane.top, item.label, item.side, item.label_at)
    return found


@pytest.mark.parametrize("width", (1400, 390))
@pytest.mark.parametrize(
    "made", [marks(harbour()), marks(crowd(300)), marks(mixed(3000)), marks(mixed(20_000))], ids=["harbour", "few", "mixed", "many"]
)
def test_labels_keep_row_and_place_while_one_pans(made: Marks, width: int) -> None:
    chance = random.Random(11)
    start, end = whole(made)
    compared = 0
    for share in (0.5, 0.2, 0.05, 0.01, 0.002):
        length = (end - start) * share
        for _ in range(6):
            begin = chance.uniform(start, end - length)
            shift = chance.uniform(-0.9, 0.9) * length
            one = standing(made, layout(made, (begin, begin + length), width))
            two = standing(made, layout(made, (begin + shift, begin + shift + length), width))
            for key in one.keys() & two.keys():
                compared += 1
                (y, label, side, at), (other_y, other_label, other_side, other_at) = one[key], two[key]
                assert (y, label, side) == (other_y, other_label, other_side)
                assert at == pytest.approx(other_at, abs=length / 10_000)
    assert compared > 50


def test_lanes_keep_their_rows_where_they_are_told_to() -> None:
    made = marks(harbour())
    start, end = whole(made)
    full = layout(made, (start, end), 1000)
    rows = {lane.name: lane.rows for lane in full.lanes}
    later = (end, 2 * end - start)
    assert not layout(made, later, 1000).lanes
    kept = layout(made, later, 1000, rows=rows)
    assert [(lane.name, lane.top, lane.bottom) for lane in kept.lanes] == [(lane.name, lane.top, lane.bottom) for lane in full.lanes]


def test_never_more_marks_than_a_browser_draws_smoothly() -> None:
    made = marks(crowd(20_000))
    for view in views(made):
        plan = layout(made, view, 1400)
        assert 0 < len(plan.placed) <= MOST_MARKS
        hidden = sum(lane.hidden for lane in plan.lanes)
        length = view[1] - view[0]
        near = made.within(view[0] - AROUND * length, view[1] + AROUND * length)
        folded = {lane.index for lane in plan.folded}
        unfolded = [lane for index, lane in enumerate(made.lanes) if index not in folded]
        assert hidden + len(plan.placed) == sum(int(near[lane.marks].sum()) for lane in unfolded)
        assert all(sum(lane.density) >= lane.hidden for lane in plan.lanes if lane.hidden)


def test_far_out_a_lane_is_low_and_nearer_everything_has_its_label() -> None:
    made = marks(crowd(5000))
    far = layout(made, whole(made), 1400)
    assert all(lane.bottom - lane.top < 150 for lane in far.lanes)
    start = float(When("1999-03-01").start or 0)
    near = layout(made, (start, start + 60 * DAY), 1400)
    inside = [item for item in near.placed if near.view[0] < item.start and item.end < near.view[1]]
    assert inside and all(item.label for item in inside)
    assert not any(lane.hidden for lane in near.lanes)


def test_what_is_shown_of_equals_is_spread_over_time() -> None:
    made = marks(crowd(5000).assign(weight=1.0))
    plan = layout(made, whole(made), 1400)
    length = plan.view[1] - plan.view[0]
    thirds = [
        sum(plan.view[0] + i * length / 3 <= item.start < plan.view[0] + (i + 1) * length / 3 for item in plan.placed) for i in range(3)
    ]
    assert min(thirds) > 0.2 * sum(thirds)


def test_heavier_events_are_shown_first() -> None:
    events = crowd(5000).assign(weight=0.0)
    events.loc[::100, "weight"] = 5.0
    made = marks(events)
    plan = layout(made, whole(made), 1400)
    shown = {made.id(item.mark) for item in plan.placed if item.label}
    heavy = set(events.loc[events["weight"] > 0, "id"])
    assert len(shown & heavy) > 0.8 * len(heavy)


def test_the_selected_event_is_shown_however_many_there_are() -> None:
    made = marks(crowd(20_000))
    view = whole(made)
    hidden = next(made.id(i) for i in set(range(len(made))) - {item.mark for item in layout(made, view, 1400).placed})
    plan = layout(made, view, 1400, hidden)
    assert any(made.id(item.mark) == hidden and item.label for item in plan.placed)


def test_lanes_stand_in_order_of_their_events_and_the_rest_are_others() -> None:
    rows = [row(i, "2000-01-01", "x", [f"Actor {n}" for n in range(15) if i % (n + 1) == 0]) for i in range(60)]
    made = marks(table([*rows, row(99, "2000-01-02", "nobody did it")]), most_lanes=5)
    assert names(made) == ["Actor 0", "Actor 1", "Actor 2", "Actor 3", "other actors", "no named actor"]
    # an event appears once in the lane of the others, however many of them took part
    assert all(len(lane) == len(set(lane.marks.tolist())) for lane in made.lanes)


def test_an_event_without_actors_has_a_lane_of_its_own() -> None:
    made = marks(table([row(1, "2000", "a", ["A"]), row(2, "2001", "b")]))
    assert names(made) == ["A", "no named actor"]


def test_a_given_order_keeps_the_lanes_in_their_places() -> None:
    events = table([row(1, "2000", "a", ["A", "B"]), row(2, "2001", "b", ["B"]), row(3, "2002", "c", ["C"])])
    assert names(marks(events)) == ["B", "A", "C"]
    assert names(marks(events, order=["C", "A"])) == ["C", "A", "B"]


def test_lanes_keep_their_colours_whatever_is_filtered() -> None:
    whole_table = marks(harbour())
    order = tuple(whole_table.groups.counts())
    rest = part_of(whole_table, np.arange(10, 41), order=order)
    assert set(names(rest)) < set(names(whole_table))
    colours = {lane.name: lane.hue for lane in marks(harbour(), order=order).lanes}
    assert all(colours[lane.name] == lane.hue for lane in rest.lanes)


def test_the_lanes_of_others_and_of_nobody_are_grey() -> None:
    events = table([row(1, "2000", "a", ["A", "B"]), row(2, "2001", "b", ["B"]), row(3, "2002", "c", ["C"]), row(4, "2003", "d", [])])
    made = marks(events, most_lanes=2)
    assert [(lane.name, lane.hue) for lane in made.lanes] == [("B", 0), ("other actors", GREY), ("no named actor", GREY)]
    assert LIGHT.lane(GREY) == LIGHT.muted


@pytest.mark.parametrize("by", BY)
def test_the_marks_of_a_part_are_those_of_its_own_table(by: str) -> None:
    lists = {"places": [["Here", "There"][: i % 3] for i in range(400)], "tags": [["odd"] * (i % 2) for i in range(400)]}
    events = crowd(400).assign(**lists, document=[f"d{i % 4}" for i in range(400)])
    rows = np.array([i for i in range(400) if i % 3])
    taken, fresh = part_of(marks(events, choice=Choice(by)), rows), marks(events.iloc[rows], choice=Choice(by))
    assert [taken.id(i) for i in range(len(taken))] == [fresh.id(i) for i in range(len(fresh))]
    assert {lane.name: [taken.id(i) for i in lane.marks] for lane in taken.lanes} == {
        lane.name: [fresh.id(i) for i in lane.marks] for lane in fresh.lanes
    }
    assert [taken.label(i) for i in range(9)] == [fresh.label(i) for i in range(9)]


def test_a_folded_lane_is_a_strip_that_counts_all() -> None:
    made = marks(harbour(), choice=Choice(closed=("Press",)))
    plan = layout(made, whole(made), 1000)
    (press,) = [lane for lane in plan.lanes if lane.name == "Press"]
    assert press.closed and press.hidden == press.count == sum(press.density) == 8
    assert press.bottom - press.top < 2 * ROW < min(lane.bottom - lane.top for lane in plan.lanes if not lane.closed)
    assert not [item for item in plan.placed if plan.lanes[item.lane].closed]


def test_lanes_can_be_made_by_place_source_and_status_and_be_put_away() -> None:
    rows = [row(1, "2000", "a", ["A"], status="planned"), row(2, "2001", "b", ["B"]), row(3, "2002", "c", ["A"])]
    events = table(rows).assign(places=[["Doha"], [], ["Kabul", "Doha"]], document=["d1", "d2", "d2"])
    assert names(marks(events, choice=Choice("places"))) == ["Doha", "Kabul", "no named place"]
    assert names(marks(events, choice=Choice("document"))) == ["d2", "d1"]
    titled = events.assign(title=["The quay", None, None])
    assert names(marks(titled, choice=Choice("document"))) == ["d2", "The quay"]
    assert names(marks(events, choice=Choice("status"))) == ["happened", "planned"]
    assert names(marks(events, choice=Choice(order=("B",)))) == ["B", "A"]
    assert names(marks(events, choice=Choice(hidden=("A",)))) == ["B", "other actors"]


def test_undated_events_are_counted_not_drawn() -> None:
    undated = row(2, "2001", "b") | {"start_ms": math.nan, "end_ms": math.nan}
    made = marks(table([row(1, "2000", "a"), undated]))
    assert [made.id(0)] == ["e1"] and len(made) == 1 and made.undated == 1


def test_nothing_at_all_still_has_a_view() -> None:
    made = marks(table([]))
    plan = layout(made, first_view(made), 1400)
    assert plan.placed == () and plan.view[0] < plan.view[1]


def test_the_first_view_leaves_far_events_outside_and_says_how_many() -> None:
    early = ["2001-09-11", "2001-10", "2001"]
    late = [f"2021-{month:02d}-{day:02d}" for month in (8, 9) for day in (3, 9, 15, 20, 30)]
    made = marks(table(row(i, day, "x", ["A"]) for i, day in enumerate([*early, *late])))
    view = first_view(made)
    assert When("2021-07").start <= view[0] < view[1] <= When("2021-10").end
    assert before_after(made, view) == (3, 0)
    before, after = beyond(made, view)
    assert after is None and before is not None
    assert before[0] < When("2001").start and before[1] < When("2003").end
    assert before_after(made, before) == (0, len(late))
    # the neighbours of a view are shown without the view itself
    last = (float(When("2021-09-25").start or 0), float(When("2021-10").end or 0))
    earlier, _ = beyond(made, last)
    assert earlier is not None and earlier[1] == last[0]


def test_what_lies_beyond_the_edge_brings_no_label_into_the_view() -> None:
    days = ["2001-09-11", "2021-07-02", "2021-08-30"]
    made = marks(table(row(i, day, f"the event of the day {day}", ["A"]) for i, day in enumerate(days)))
    view = (float(When("2000").start or 0), float(When("2021-08").start or 0))
    plan = layout(made, view, 1000)
    beside = {made.id(item.mark): item.side for item in plan.placed}
    assert beside["e1"] == "left" and beside.get("e2") in (None, "right")


def test_the_first_view_stays_under_a_filter_that_leaves_something_in_it() -> None:
    everything = marks(harbour())
    part = marks(harbour().iloc[10:20])
    assert beginning(part, everything) == first_view(everything) != first_view(part)
    elsewhere = marks(table([row(1, "1815-06-18", "battle", ["A"])]))
    assert beginning(elsewhere, everything) == first_view(elsewhere)


def test_a_link_begins_where_most_of_its_events_and_the_chosen_one_are() -> None:
    rows = [row(i, f"2021-08-{i:02d}", f"day {i}", ["A"]) for i in range(1, 29)]
    rows += [row(90 + i, f"200{i}-05-01", f"earlier {i}", ["B"]) for i in range(3)]
    events = table(rows)
    everything = marks(events)
    view = first_view(everything)
    few = marks(events[events["label"].str.contains("earlier|day 1$")])
    assert before_after(few, view) == (3, 0) and before_after(few, beginning(few, everything)) == (0, 1)
    start, end = beginning(everything, everything, "e91")
    assert end - start == pytest.approx(view[1] - view[0]) and start < When("2001-05-01").start < end  # type: ignore[operator]
    assert beginning(everything, everything, "e3") == view == beginning(everything, everything, "gone")


def test_the_first_view_shows_everything_that_is_evenly_spread() -> None:
    made = marks(table(row(i, f"{1900 + 3 * i}-05-01", "x", ["A"]) for i in range(20)))
    assert first_view(made) == whole(made)


def test_a_label_turns_left_at_the_right_edge_and_a_bar_across_the_view_bears_it_inside() -> None:
    start, end = float(When("2010-01-01").start or 0), float(When("2010-12-31").start or 0)
    rows = [row(1, "2000/2020", "A long war", ["A"], extent="span"), row(2, "2010-12-20", "Last days of the year", ["A"])]
    plan = layout(marks(table(rows)), (start, end), 800)
    assert [item.side for item in plan.placed] == ["inside", "left"]
    inside = boxes(plan)[0]
    assert inside[1] >= 0 and inside[2] <= plan.plot_width


def test_open_ends_have_arrows_and_a_whisker_only_where_there_is_room() -> None:
    rows = [
        row(1, "2000-05-01/..", "since", ["A"], extent="span"),
        row(2, "../2000-06-01", "before", ["A"]),
        row(3, "2000-03", "March", ["A"]),
    ]
    made = marks(table(rows))
    plan = layout(made, (float(When("2000").start or 0), float(When("2000").end or 0)), 1400)
    by_id = {made.id(item.mark): item for item in plan.placed}
    assert by_id["e1"].open_end and not by_id["e1"].open_start and by_id["e1"].at is None
    assert by_id["e2"].open_start and by_id["e2"].whisker
    assert by_id["e3"].whisker
    far = layout(made, (0.0, 36500.0 * DAY), 1400)
    assert not next(item for item in far.placed if made.id(item.mark) == "e3").whisker


def test_the_glyph_of_a_long_possible_time_stays_in_sight() -> None:
    made = marks(table([row(1, "2010", "sometime", ["A"])]))
    view = (float(When("2010-01").start or 0), float(When("2010-02").end or 0))
    (item,) = layout(made, view, 1000).placed
    assert item.whisker and item.at is not None and view[0] < item.at < view[1]


@pytest.mark.parametrize("text", ["Kabul", "文化大革命", "القاهرة", "é" * 30, "", "WWWW"])
def test_cut_texts_fit(text: str) -> None:
    for width in (0, 20, 60, 200):
        assert text_width(cut(text, width)) <= width

"""The happenings as they are told: groups as they were gathered, with the decisions in force applied.

A happening is told anew when an event of it, its group, or a decision about it changes. What comes out depends on the groups, the rows of
the events and the decisions in force alone, so that an undo leads back.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, false, insert, or_, select

from core.chronology.chronology import bounds
from core.chronology.compose import compose, published, sure
from core.chronology.decided import contradicted, regrouped
from core.chronology.likeness import gap, overlap
from core.chronology.telling import Telling
from core.chronology.weight import PRECISE, Dates, weigh
from core.happening import Disputed, Happening, Settled
from core.library.decisions import Look
from core.library.relating import Relating, relating, standing
from core.library.rows import ABSORBED, next_key, pieces
from core.library.schema import documents, events, gathered, happening_events, happenings, tellings
from core.library.tellings import Near, Told
from core.table import Row, when
from core.when import DAY, When

SPLIT = re.compile(r"(.+)/\d+")
"""What the id of a part of a split event tells of where it comes from."""
FEW = 100
"""For so many happenings at most the dates of others are looked up one by one."""
AROUND = 366 * DAY
"""New tellings are held against events that people placed when their dates are no further apart, in milliseconds."""


SHOWN = ("document", "edtf", "label", "status")


@dataclass
class Scope:
    """What is to be told anew: keys of groups, events by id, of which group each is as it was read, and where it was placed by what it says
    now; `seen` are all ids that were asked for, of events that are gone too."""

    force: Collection[int]
    relations: dict[int, Relating]
    groups: set[int] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    told: dict[str, Told] = field(default_factory=dict)
    of: dict[str, int] = field(default_factory=dict)
    placed: dict[str, int | None] = field(default_factory=dict)

    def group(self, id: str) -> int | None:
        """The key of the group that an event is told with."""
        return self.placed[id] if id in self.placed else self.of.get(_origin(id, self.of))


def retell(
    connection: Connection,
    near: Near,
    changed: Iterable[str],
    groups: Iterable[int] = (),
    *,
    force: Collection[int] | None = None,
    taken: Relating | None = None,
) -> None:
    """Tell the happenings anew that these events and groups have to do with.

    `force` are the numbers of the decisions that count, those in force unless given; `taken` is one that is not in the log yet.
    """
    scope = Scope(standing(connection) if force is None else force, {taken.number: taken} if taken else {})
    _widen(connection, near, scope, {*changed}, {*groups})
    shown = {id: near.telling(id, each) for id, each in scope.told.items() if each.review not in ("rejected", ABSORBED)}
    units: dict[int | str, list[str]] = {}
    for id in sorted(shown):
        own = scope.group(id)
        units.setdefault(f"p:{id}" if own is None else own, []).append(id)
    relations = [relation for each in scope.relations.values() if (relation := each.relation)]
    parts = regrouped(units.values(), relations, lambda one, other: overlap(shown[one], shown[other])) if relations else units.values()
    _store(connection, scope, units, [[shown[id] for id in part] for part in parts])


def _widen(connection: Connection, near: Near, scope: Scope, new: set[str], groups: set[int]) -> None:
    """Add events and groups to a scope, and all that hangs together with them."""
    while new or groups:
        scope.groups |= groups
        for keys in pieces(groups):
            for table in (tellings, happening_events):
                new.update(connection.execute(select(table.c.event).where(table.c.gathered.in_(keys))).scalars())
        new -= scope.seen
        scope.seen |= new
        scope.told.update(found := near.told(new))
        origins = {part for id in new for part in _origins(id)}
        for some in pieces(origins):
            query = select(tellings.c.event, tellings.c.gathered).where(tellings.c.event.in_(some))
            scope.of.update((event, group) for event, group in connection.execute(query))
        scope.placed.update(_placed(near, found, scope.of))
        scope.relations.update((each.number, each) for each in relating(connection, new, scope.force))
        tied = {id for each in scope.relations.values() for id in each.events}
        reached = {scope.group(id) for id in found}
        groups = {key for key in (*reached, *map(scope.of.get, origins)) if key is not None} - scope.groups
        new = (_beside(connection, new) | tied) - scope.seen


def _beside(connection: Connection, ids: Collection[str]) -> set[str]:
    """The events that stand in a happening with one of these."""
    found: set[str] = set()
    other = happening_events.alias()
    for some in pieces(ids):
        query = select(other.c.event).join(happening_events, happening_events.c.happening == other.c.happening)
        found.update(connection.execute(query.where(happening_events.c.event.in_(some))).scalars())
    return found


def _origins(id: str) -> list[str]:
    """An id and those of what it was split from, the nearest first."""
    found = [id]
    while (cut := SPLIT.match(found[-1])) is not None:
        found.append(cut[1])
    return found


def _origin(id: str, known: Collection[str]) -> str:
    return next((each for each in _origins(id) if each in known), id)


def _placed(near: Near, found: Mapping[str, Told], of: Mapping[str, int]) -> dict[str, int | None]:
    """In which group those events belong that people made or dated otherwise, by what they say now; None where in none."""
    placed: dict[str, int | None] = {}
    for id, each in sorted(found.items()):
        origin = _origin(id, of)
        if each.review == ABSORBED or each.row is each.read:
            continue
        source = each.read if origin == id else near.told([origin])[origin].read
        if source is None or source["edtf"] != each.row["edtf"]:
            placed[id] = near.place(near.telling(id, each), origin, of.get(origin))
    return placed


def _store(connection: Connection, scope: Scope, units: Mapping[int | str, list[str]], parts: Sequence[Sequence[Telling]]) -> None:
    """Put happenings in the place of those in which one of their events stood."""
    groups: dict[int, Any] = {}
    for some in pieces(key for key in units if isinstance(key, int)):
        groups.update((row.key, row) for row in connection.execute(select(gathered).where(gathered.c.key.in_(some))))
    kept = _kept(units, parts, groups)
    found = [_composed(part, groups.get(kept.get(number, 0)), scope.relations.values()) for number, part in enumerate(parts)]
    for ids in pieces(scope.seen):
        old = list(connection.execute(select(happening_events.c.happening).where(happening_events.c.event.in_(ids))).scalars())
        connection.execute(delete(happening_events).where(happening_events.c.happening.in_(old)))
        connection.execute(delete(happenings).where(happenings.c.key.in_(old)))
    if found:
        first = next_key(connection, happenings.c.key)
        rows = [{"key": key, "id": row["happening"]["id"], "row": row} for key, row in enumerate(found, first)]
        connection.execute(insert(happenings), rows)
        of = {event: row["key"] for row in rows for event in row["row"]["happening"]["events"]}
        connection.execute(
            insert(happening_events),
            [{"event": id, "happening": key, "gathered": scope.group(id), "placed": id in scope.placed} for id, key in of.items()],
        )


def _kept(units: Mapping[int | str, list[str]], parts: Sequence[Sequence[Telling]], groups: Collection[int]) -> dict[int, int]:
    """Which part keeps the id of which group: for each group the part that has most of it, for each part the one of which it has most."""
    of = {id: key for key, ids in units.items() if key in groups for id in ids}
    shares = Counter((number, of[each.id]) for number, part in enumerate(parts) for each in part if each.id in of)
    kept: dict[int, int] = {}
    for (number, key), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0][1], min(each.id for each in parts[item[0][0]]))):
        if number not in kept and key not in kept.values():
            kept[number] = int(key)
    return kept


def _composed(part: Sequence[Telling], group: Any, relations: Iterable[Relating]) -> dict[str, Any]:
    """What is kept of a happening: it as it is told, and what its weight is reckoned from."""
    first = min(part, key=published)
    typical = next((each for each in sure(part) if group is not None and each.id == group.typical), None)
    found = _settled(compose(part, f"p:{first.id}" if group is None else group.id, typical), relations)
    top, mentions = min(each.position for each in part), sum(each.mentions for each in part)
    return {"happening": msgspec.to_builtins(found), "position": top, "mentions": mentions}


def _settled(found: Happening, relations: Iterable[Relating]) -> Happening:
    """A happening with what people have settled of it, the newest decision first."""
    settled: dict[Disputed, Settled] = {}
    for each in sorted(relations, key=lambda each: -each.number):
        if each.kind == "settle" and next((id for id in each.events if id in found.events), None):
            for on, value in each.settles.items():
                settled.setdefault(on, Settled(on, value, each.number, each.why))
    if not settled:
        return found
    when = settled["date"].value if "date" in settled else found.when
    disputed = tuple(on for on in found.disputed if on not in settled)
    return replace(found, when=when, disputed=disputed, settled=tuple(settled.values()))


def read(connection: Connection, events_of: Iterable[str] | None = None) -> list[Happening]:
    """The happenings, in order of time: all, or those that these events tell of."""
    if events_of is None:
        rows = list(connection.execute(select(happenings.c.row)).scalars())
    else:
        rows = []
        for some in pieces(events_of):
            keys = select(happening_events.c.happening).where(happening_events.c.event.in_(some))
            rows += connection.execute(select(happenings.c.row).where(happenings.c.key.in_(keys))).scalars()
    found = {row["happening"]["id"]: row for row in rows}
    dates = _dates(connection, [When(row["happening"]["when"]) for row in found.values()])
    weighed = [_weighed(row, dates) for row in found.values()]
    return sorted(weighed, key=lambda each: (*bounds(When(each.when)), each.id))


def told_by(connection: Connection) -> Iterator[tuple[Row, Happening | None]]:
    """The events that count, in order of time, each with what it tells of, None where nothing was gathered."""
    dates = _dates(connection)
    query = (
        select(events.c.row, happenings.c.row)
        .outerjoin(happening_events, happening_events.c.event == events.c.id)
        .outerjoin(happenings, happenings.c.key == happening_events.c.happening)
        .where(events.c.review.not_in(("rejected", ABSORBED)))
        .order_by(events.c.start_ms, events.c.key)
    )
    for row, of in connection.execute(query.execution_options(yield_per=1000)):
        yield row, None if of is None else _weighed(of, dates)


def _weighed(row: Mapping[str, Any], dates: Dates) -> Happening:
    """A happening as it is kept, with its weight among all."""
    found = msgspec.convert(row["happening"], Happening)
    return replace(found, weight=weigh(found, row["mentions"], row["position"], dates))


def _dates(connection: Connection, asked: Sequence[When] | None = None) -> Dates:
    """Which documents tell of a date: of those that are asked for, or of every one."""
    dates = Dates()
    query = (
        select(documents.c.id, events.c.start_ms, events.c.end_ms)
        .join(documents, documents.c.key == events.c.document)
        .where(events.c.end_ms - events.c.start_ms <= PRECISE, events.c.review.not_in(("rejected", ABSORBED)))
    )
    if asked is not None and len(asked) <= FEW:
        stretches = {(when.start, when.end) for when in asked if when.start is not None and when.end is not None}
        precise = ((start, end) for start, end in stretches if end - start <= PRECISE)
        near = [(events.c.start_ms >= start - DAY) & (events.c.start_ms < end + DAY) for start, end in precise]
        query = query.where(or_(false(), *near))
    for document, start, end in connection.execute(query):
        dates.refer(document, start, end)
    return dates


def placed_near(connection: Connection, new: Iterable[Telling]) -> set[str]:
    """The events that people placed, of which one of these new tellings may be too."""
    query = select(events.c.id, events.c.row).join(happening_events, happening_events.c.event == events.c.id)
    placed = [(id, when(row)) for id, row in connection.execute(query.where(happening_events.c.placed))]
    return {id for id, when in placed for each in new if gap(each.when, when) <= AROUND} if placed else set()


def told_of(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    """What events say, and of which happening they tell, for the log."""
    found: dict[str, Row] = {}
    for some in pieces(ids):
        query = (
            select(events.c.id, events.c.row, happenings.c.id.label("happening"), happenings.c.row.label("of"))
            .join(happening_events, happening_events.c.event == events.c.id)
            .join(happenings, happenings.c.key == happening_events.c.happening)
        )
        for id, row, happening, of in connection.execute(query.where(events.c.id.in_(some))):
            found[id] = {**{name: row[name] for name in SHOWN}, "happening": happening, "when": of["happening"]["when"]}
    return found


def looks(connection: Connection) -> list[Look]:
    """The decisions about happenings in force that no longer fit, and why."""
    relations = relating(connection, None, standing(connection))
    over = contradicted(relation for each in relations if (relation := each.relation))
    found = [Look(number, f"decision {newer}, which is newer, says otherwise") for number, newer in over.items()]
    for each in relations:
        if each.kind == "settle":
            found += [Look(each.number, why) for why in _unsettled(read(connection, each.events), each)]
    return found


def _unsettled(told_now: Sequence[Happening], decision: Relating) -> Iterator[str]:
    """Why what was settled is to be looked at again."""
    if len(told_now) > 1:
        yield "what it settled is told as several happenings now"
    known = {before["edtf"] for before in decision.before.values()}
    for happening in told_now if "edtf" in decision.given else ():
        for version in happening.dates:
            if version.value not in known and gap(When(version.value), When(decision.given["edtf"])):
                yield f"a source that came later has the date {version.value}"

"""Events that came, changed or went -> the groups of those that tell of one thing, as they were read; and then the happenings.

Groups only grow: what new tellings resemble is loaded, and they are put to it, or join two groups to one. What people decide is applied
afterwards (`core.library.happenings`), so that to undo it is to leave it out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Insert, Update, delete, insert, select, update
from sqlalchemy import bindparam as bound

from core.chronology.chronology import bounds
from core.chronology.cluster import Groups
from core.chronology.compose import published, typical
from core.chronology.telling import Telling
from core.library.happenings import placed_near, retell
from core.library.rows import next_key, pieces
from core.library.schema import events, gathered, tellings, ungathered
from core.library.tellings import Near

AT_ONCE, MOST, FEWEST = 1_000, 5_000, 500
"""So many events are gathered in the first transaction, and in one at most and at least: others who write wait no longer than it takes."""
SOON, LATE = 2.0, 10.0
"""A transaction that took fewer seconds may have twice as many events the next time, one that took more a quarter."""


def paced(number: int, seconds: float) -> int:
    """With how many events to go on where so many took so long, on however busy a machine.

    >>> paced(1000, 0.5), paced(1000, 3.0), paced(4000, 30.0), paced(1000, 30.0), paced(4000, 0.5)
    (2000, 1000, 1000, 500, 5000)
    """
    if seconds > LATE:
        return max(FEWEST, number // 4)
    return min(MOST, 2 * number) if seconds < SOON else number


def gather(connection: Connection, most: int) -> int:
    """Bring the happenings up to date with so many events at most that came, changed or went, and tell with how many: 0 when nothing was
    left to do."""
    ids = _next(connection, most)
    if ids:
        near = Near(connection)
        groups, new = _regroup(connection, near, ids)
        retell(connection, near, {*ids, *placed_near(connection, new)}, groups)
        for some in pieces(ids):
            connection.execute(delete(ungathered).where(ungathered.c.event.in_(some)))
    return len(ids)


def _next(connection: Connection, most: int) -> list[str]:
    """The ids of events that are left to gather, in order of time: so what tells of one thing is gathered at once."""
    left = select(ungathered.c.event).outerjoin(events, events.c.id == ungathered.c.event)
    return list(connection.execute(left.order_by(events.c.start_ms, ungathered.c.event).limit(most)).scalars())


def _regroup(connection: Connection, near: Near, ids: Collection[str]) -> tuple[set[int], list[Telling]]:
    """Put what was read into groups, and give the keys of those that changed, and the tellings that are new."""
    read = {id: each for id, each in near.told(ids).items() if each.read is not None}
    digests = {id: each.digest for id, each in read.items()}
    known = {row.event: row for some in pieces(ids) for row in connection.execute(select(tellings).where(tellings.c.event.in_(some)))}
    gone = [row for id, row in known.items() if digests.get(id) != row.digest]
    former = {row.event: row.gathered for row in gone}
    near.forget(gone)
    fresh = [near.telling(id, each, as_read=True) for id, each in read.items() if id not in known or id in former]
    if not fresh and not gone:
        return set(), []
    first = next_key(connection, tellings.c.key)
    new = dict(enumerate(sorted(fresh, key=lambda each: (*bounds(each.when), each.id)), first))
    links = near.take_in(new)
    near.load_groups([*{k for found in links.values() for k in found if k < first}, *near.on_days(new)], {*former.values()})
    groups = Groups(near.tellings, near.collection)
    groups.together((members[0], k) for members in near.members.values() for k in members[1:])
    joined = groups.join((other, k) for k in new for other in links[k])
    return _store(connection, near, joined, new, former, digests), fresh


def _store(
    connection: Connection,
    near: Near,
    joined: Iterable[list[int]],
    new: Mapping[int, Telling],
    former: Mapping[str, int],
    digests: Mapping[str, str],
) -> set[int]:
    """Store the groups that changed, under the keys that most of their tellings had; gives the keys of all that did."""
    emptied = {*former.values()}
    changed = {
        key: members
        for key, members in _keyed(connection, near, joined, former).items()
        if members != near.members.get(key) or key in emptied
    }
    by_key = {key: sorted((near.tellings[k] for k in members), key=published) for key, members in changed.items()}
    labels = {key: typical(those, near.collection).id for key, those in by_key.items()}
    old = {key for some in pieces(changed) for key in connection.execute(select(gathered.c.key).where(gathered.c.key.in_(some))).scalars()}
    ids = _ids(connection, {key: those for key, those in by_key.items() if key not in old})
    _many(connection, insert(gathered), [{"key": key, "id": id, "typical": labels[key]} for key, id in ids.items()])
    _many(
        connection,
        update(gathered).where(gathered.c.key == bound("of")).values(typical=bound("label")),
        [{"of": key, "label": labels[key]} for key in changed if key in old],
    )
    group = {k: key for key, members in changed.items() for k in members}
    _many(connection, insert(tellings), [_row(k, group[k], each, digests[each.id]) for k, each in new.items()])
    moved = {k: key for k, key in group.items() if k not in new and near.group[k] != key}
    _many(
        connection,
        update(tellings).where(tellings.c.key == bound("of")).values(gathered=bound("to")),
        [{"of": k, "to": key} for k, key in moved.items()],
    )
    left = {near.group[k] for k in moved}
    for key, members in changed.items():
        near.regroup(key, members)
    touched = {*changed, *emptied, *left}
    for some in pieces(touched):
        full = select(tellings.c.gathered).where(tellings.c.gathered.in_(some))
        connection.execute(delete(gathered).where(gathered.c.key.in_(some), gathered.c.key.not_in(full)))
    return touched


def _keyed(connection: Connection, near: Near, joined: Iterable[list[int]], former: Mapping[str, int]) -> dict[int, list[int]]:
    """The groups by key: that which most of their tellings have or had, else a new one."""
    fresh = next_key(connection, gathered.c.key)
    keyed: dict[int, list[int]] = {}
    for members in sorted(joined, key=lambda group: (-sum(k in near.group for k in group), group)):
        votes = Counter(near.group[k] for k in members if k in near.group)
        votes.update(former[id] for k in members if (id := near.tellings[k].id) in former)
        key = next((key for key, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])) if key not in keyed), None)
        if key is None:
            key, fresh = fresh, fresh + 1
        keyed[key] = members
    return keyed


def _ids(connection: Connection, new: Mapping[int, Sequence[Telling]]) -> dict[int, str]:
    """The ids of new groups: "h:" and that of the event that was published first of those that no other group goes by."""
    wanted = {f"h:{each.id}" for those in new.values() for each in those}
    taken = {id for some in pieces(wanted) for id in connection.execute(select(gathered.c.id).where(gathered.c.id.in_(some))).scalars()}
    return {
        key: next((id for each in those if (id := f"h:{each.id}") not in taken), f"h:{key}:{those[0].id}") for key, those in new.items()
    }


def _row(k: int, group: int, each: Telling, digest: str) -> dict[str, Any]:
    own = {"event": each.id, "day": each.day, "pointing": each.pointing, "terms": list(each.terms)}
    return {"key": k, "gathered": group, "digest": digest, **own}


def _many(connection: Connection, statement: Insert | Update, values: Sequence[Mapping[str, Any]]) -> None:
    if values:
        connection.execute(statement, values)

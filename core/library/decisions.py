"""What people decide about events: a log that is only ever added to, and the table of events that it leads to.

The table is the rows as they were read, with the decisions in force applied one after the other; to undo a decision is to add an entry that
takes it out of force. A decision that no longer fits, because what it is about is gone or reads differently now, stays in the log and is
told (`Look`). Nothing here knows a database, and no row is ever changed in place.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from core.errors import DateError, LibraryError
from core.model import STATUSES, Extent
from core.table import KEYS, LATER, Row
from core.when import When, instant_text

Kind = Literal[
    "accept", "reject", "reopen", "edit", "merge", "split", "add", "tag", "comment", "rename", "redate", "remove",
    "same", "different", "settle", "undo",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
RELATING: tuple[Kind, ...] = ("same", "different", "settle")
"""Decisions about happenings: they leave the rows of their events as they are."""

OF_NO_EVENT = ("add", "rename", "redate", "remove")
"""Kinds of decisions that need name no event."""

STATES: dict[Kind, str] = {"accept": "accepted", "reject": "rejected", "reopen": "new"}
EDITABLE = ("edtf", "label", "actors", "places", "status", "extent", "excerpt", "excerpt_start", "excerpt_end")
NAMED = ("actors", "places")
REMEMBERED = ("review", *EDITABLE, "speaker", "tags", "comment", "happening", "when")
"""What an entry of the log tells of a row before and after; of a decision about happenings, also which it tells of, and when that was."""

WEIGHED: dict[Kind, tuple[str, ...]] = dict.fromkeys(("accept", "reject", *RELATING), ("edtf", "label", "status"))
"""Who accepts or rejects an event, or says that two are one happening, does so for what they say: where that changes later, the decision
wants a look. An edit is looked at where what it replaced has changed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: its kind, the ids of the events that it is about, what it sets, and why it was taken.

    `accept`, `reject` and `reopen` take ids alone. `edit` sets some of EDITABLE (an excerpt with its two offsets). `merge` joins events of
    one document into the first. `split` makes one event several: `values["parts"]` holds what each has of its own. `add` holds a whole row.
    `tag` sets `tags`, `comment` sets `comment` (None takes it away). `rename` says what names become, among actors, places and speakers: in
    the events given, else everywhere. `redate` gives a `document` another date of publication (`published`, EDTF), `remove` takes one away.
    `same` says that events are one happening, `different` that each is another one; `settle` says of that of its first event which date
    (`edtf`) or `count` is right where its sources differ. `undo` names the `number` of an entry.
    """

    kind: Kind
    events: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision in the log: its number, who took it and when (ISO 8601, UTC), and the events before and after, by id.

    None stands for an event that was not there. `undoes` is the entry that it takes out of force.
    """

    number: int
    who: str
    at: str
    decision: Decision
    before: Mapping[str, Row | None]
    after: Mapping[str, Row | None]
    undoes: int | None = None
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """A decision that no longer fits what was read, and why, in words."""

    number: int
    why: str


Rows = dict[str, Row]
Changes = dict[str, Row | None]


def changes(rows: Mapping[str, Row], decision: Decision) -> Changes:
    """What a decision makes of the events: the rows that become different, by id; None for one that is no longer there.

    Raises LibraryError where the decision does not fit.

    >>> changes({"a:0-4": {"review": "new"}}, Decision("accept", ("a:0-4",)))
    {'a:0-4': {'review': 'accepted'}}
    """
    missing = [id for id in decision.events if id not in rows]
    if missing:
        raise LibraryError(f"no event '{missing[0]}'; dateline events --format jsonl tells the ids")
    if decision.kind not in WAYS:
        raise LibraryError(f"'{decision.kind}' is no kind of decision; take one of {', '.join(WAYS)}")
    if not decision.events and decision.kind not in OF_NO_EVENT:
        raise LibraryError(f"nothing to {decision.kind}: name an event by its id")
    made = WAYS[decision.kind](rows, decision)
    return {id: row for id, row in made.items() if row != rows.get(id)}


def in_force(entries: Iterable[tuple[int, int | None]]) -> set[int]:
    """Of entries, given as their numbers and what they undo, those in force: an undone undo counts for nothing.

    >>> sorted(in_force([(1, None), (2, None), (3, 2), (4, 3)]))
    [1, 2, 4]
    """
    out: set[int] = set()
    force: set[int] = set()  # from the newest back: what undoes an entry is always newer than it
    for number, undoes in sorted(entries, reverse=True):
        if number not in out:
            force.add(number)
            if undoes is not None:
                out.add(undoes)
    return force


def decided(read: Mapping[str, Row], entries: Iterable[Entry], text: Callable[[str], str]) -> tuple[Rows, list[Look]]:
    """The rows as they were read with the entries in force applied in their order, and what of these wants a look.

    `text` gives the text of a document as it is now.
    """
    rows = dict(read)
    looks: list[Look] = []
    for entry in sorted((e for e in entries if e.in_force and e.undoes is None), key=lambda e: e.number):
        decision, why = _fitting(rows, entry, text)
        if decision is not None:
            try:
                made = changes(rows, decision)
            except LibraryError as error:
                why.append(str(error))
            else:
                for id, row in made.items():
                    if row is None:
                        del rows[id]
                    else:
                        rows[id] = row
        looks += [Look(entry.number, reason) for reason in why]
    return rows, looks


def remembered(row: Row | None) -> Row | None:
    """Of a row, what an entry of the log tells."""
    return None if row is None else {name: row[name] for name in REMEMBERED if name in row}


def _fitting(rows: Rows, entry: Entry, text: Callable[[str], str]) -> tuple[Decision | None, list[str]]:
    """A decision as it fits what is there now, None where it does not at all, and what of it wants a look."""
    decision = entry.decision
    there = tuple(id for id in decision.events if id in rows)
    why = [f"its event {id} is no longer there" for id in decision.events if id not in rows]
    if decision.events and len(there) < (2 if decision.kind == "merge" else 1):
        return None, why
    for id in there:
        why += _changed(decision, entry.before.get(id) or {}, rows[id])
    decision = replace(decision, events=there)
    try:
        return _placed(rows, decision, text), why
    except LibraryError as error:
        return None, [*why, str(error)]


def _changed(decision: Decision, before: Row, row: Row) -> list[str]:
    weighed = decision.values if decision.kind == "edit" else WEIGHED.get(decision.kind, ())
    return [
        f"the {name} of {row.get('id')} was '{before[name]}' when it was decided, and reads '{row[name]}' now"
        for name in weighed
        if name in before and name in row and not name.startswith("excerpt_") and before[name] != row[name]
    ]


def _placed(rows: Rows, decision: Decision, text: Callable[[str], str]) -> Decision:
    """The decision with the excerpts that it holds where they stand in the text now. Raises LibraryError for one that stands nowhere."""
    values = decision.values
    if decision.kind == "add":
        return replace(decision, values=moved(values, text(values["document"])))
    if "excerpt" in values:
        return replace(decision, values=moved(values, text(rows[decision.events[0]]["document"])))
    if decision.kind == "split":
        whole = text(rows[decision.events[0]]["document"])
        return replace(decision, values={"parts": [moved(part, whole) if "excerpt" in part else part for part in values["parts"]]})
    return decision


def moved(values: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Fields with an excerpt, moved to where its words stand in the text, the nearest place first. Raises LibraryError for none.

    >>> moved({"excerpt": "It sank.", "excerpt_start": 0, "excerpt_end": 8}, "Alas. It sank.")["excerpt_start"]
    6
    """
    excerpt, start = values["excerpt"], values["excerpt_start"]
    if text[start : values["excerpt_end"]] == excerpt:
        return dict(values)
    places = [at for at in (text.rfind(excerpt, 0, start + len(excerpt)), text.find(excerpt, start)) if at >= 0]
    if not excerpt or not places:
        raise LibraryError(f"the words '{excerpt[:60]}' no longer stand in the document")
    by = min((at - start for at in places), key=abs)
    shifted = {**values, "excerpt_start": start + by, "excerpt_end": start + by + len(excerpt)}
    for name in ("mentions", "timexes"):
        if name in values:
            spans = [{**span, "start": span["start"] + by, "end": span["end"] + by} for span in values[name]]
            shifted[name] = [span for span in spans if text[span["start"] : span["end"]] == span["text"]]
    return shifted


def _review(rows: Mapping[str, Row], decision: Decision) -> Changes:
    return {id: {**rows[id], "review": STATES[decision.kind]} for id in decision.events}


def _edit(rows: Mapping[str, Row], decision: Decision) -> Changes:
    if not decision.values:
        raise LibraryError(f"nothing to edit: give some of {', '.join(EDITABLE)}")
    own = fields(decision.values)
    return {id: {**rows[id], **own, "review": "edited"} for id in decision.events}


def _merge(rows: Mapping[str, Row], decision: Decision) -> Changes:
    first, *others = (rows[id] for id in dict.fromkeys(decision.events))
    if not others:
        raise LibraryError("a merge needs two events or more: name them by their ids")
    if len({row["document"] for row in (first, *others)}) > 1:
        raise LibraryError("only events of one document merge; those of several are gathered into a happening")
    joined: Row = {**first, "review": "edited"}
    for name in ("timexes", "mentions", *NAMED, "tags"):
        union: list[Any] = []
        for row in (first, *others):
            union += [value for value in row[name] if value not in union]
        joined[name] = sorted(union, key=lambda span: (span["start"], span["end"])) if name == "mentions" else union
    return {first["id"]: joined, **{row["id"]: None for row in others}}


def _split(rows: Mapping[str, Row], decision: Decision) -> Changes:
    parts = decision.values.get("parts") or []
    if len(decision.events) != 1 or len(parts) < 2:
        raise LibraryError("a split needs one event and two parts or more")
    (id,) = decision.events
    made: Changes = {f"{id}/{n}": {**rows[id], **fields(part), "id": f"{id}/{n}", "review": "edited"} for n, part in enumerate(parts, 1)}
    return {id: None, **made}


def _add(rows: Mapping[str, Row], decision: Decision) -> Changes:
    row = {**LATER, **decision.values}
    if missing := [name for name in KEYS if name not in row]:
        raise LibraryError(f"an event that is added needs a whole row: '{missing[0]}' is missing")
    if row["id"] in rows:
        raise LibraryError(f"there is an event '{row['id']}' already")
    return {row["id"]: {**row, **fields({name: row[name] for name in EDITABLE}), "mod": row["mod"]}}


def _tag(rows: Mapping[str, Row], decision: Decision) -> Changes:
    return {id: {**rows[id], "tags": _texts("tags", decision.values.get("tags"))} for id in decision.events}


def _comment(rows: Mapping[str, Row], decision: Decision) -> Changes:
    comment = decision.values.get("comment")
    if comment is not None and not isinstance(comment, str):
        raise LibraryError("a comment is a text")
    return {id: {**rows[id], "comment": comment or None} for id in decision.events}


def _rename(rows: Mapping[str, Row], decision: Decision) -> Changes:
    names = decision.values
    if not names or not all(isinstance(new, str) and new.strip() for new in names.values()):
        raise LibraryError("a name needs to become another name: give the old one and the new one")

    def renamed(row: Row) -> Row:
        lists = {name: list(dict.fromkeys(names.get(value, value) for value in row[name])) for name in NAMED}
        roles = {names.get(name, name): role for name, role in row["roles"].items()}
        return {**row, **lists, "roles": roles, "speaker": names.get(row["speaker"], row["speaker"])}

    return {id: renamed(rows[id]) for id in decision.events or rows}


def _redate(_: Mapping[str, Row], decision: Decision) -> Changes:
    if not isinstance(decision.values.get("document"), str):
        raise LibraryError("another date of publication is that of a document: name it by its id")
    _dated(decision.values.get("published") or "")
    return {}  # its events follow when it is read again


WAYS: dict[Kind, Callable[[Mapping[str, Row], Decision], Changes]] = {
    **dict.fromkeys(STATES, _review),
    "edit": _edit,
    "merge": _merge,
    "split": _split,
    "add": _add,
    "tag": _tag,
    "comment": _comment,
    "rename": _rename,
    "redate": _redate,
    **dict.fromkeys(("remove", *RELATING), lambda _rows, _decision: {}),
}


def fields(values: Mapping[str, Any]) -> Row:
    """Edited fields as a row has them, what follows from a date included. Raises LibraryError for one that cannot be.

    >>> fields({"edtf": "2021-10", "label": " Talks "})["end"], fields({"label": " Talks "})
    ('2021-11-01', {'label': 'Talks'})
    """
    if unknown := [name for name in values if name not in EDITABLE]:
        raise LibraryError(f"'{unknown[0]}' cannot be edited; these can: {', '.join(EDITABLE)}")
    if 0 < len({"excerpt", "excerpt_start", "excerpt_end"} & {*values}) < 3:
        raise LibraryError("an excerpt needs its words and where they start and end")
    checked: Row = dict(values)
    for name in NAMED:
        if name in values:
            checked[name] = _texts(name, values[name])
    for name, allowed in (("status", STATUSES), ("extent", get_args(Extent))):
        if name in values and values[name] not in allowed:
            raise LibraryError(f"'{values[name]}' is no {name}; take one of {', '.join(allowed)}")
    if "label" in values:
        checked["label"] = " ".join(str(values["label"]).split())
        if not checked["label"]:
            raise LibraryError("a label needs words")
    return {**checked, **_dated(values["edtf"])} if "edtf" in values else checked


def _dated(edtf: str) -> Row:
    try:
        when = When(edtf)
    except DateError as error:
        raise LibraryError(f"{error}") from None
    return {
        "edtf": when.edtf,
        "start": None if when.start is None else instant_text(when.start),
        "end": None if when.end is None else instant_text(when.end),
        "granularity": when.granularity,
        "approximate": when.approximate,
        "mod": None,
    }


def _texts(name: str, values: Any) -> list[str]:
    if not isinstance(values, Sequence) or isinstance(values, str) or not all(isinstance(v, str) and v.strip() for v in values):
        raise LibraryError(f"'{name}' is a list of texts")
    return list(dict.fromkeys(" ".join(value.split()) for value in values))

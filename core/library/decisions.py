"""What people decide about events, and what each decision makes of their rows.

Nothing here knows a database, and no row is ever changed in place. `core.library.applying` applies a whole log.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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

    @property
    def names(self) -> Mapping[str, str]:
        """The names that it makes others everywhere, or as an undo no longer does: a log that told of each event would grow with these."""
        everywhere = self.kind == "rename" and not self.events
        names: Mapping[str, str] = self.values if everywhere else self.values.get("names", {}) if self.kind == "undo" else {}
        return names


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

"""The log of decisions, and the table of events that it leads to.

The table is the rows as they were read, with the decisions in force applied one after the other; to undo a decision is to add an entry that
takes it out of force. A decision that no longer fits, because what it is about is gone or reads differently now, stays in the log and is
told (`Look`). Nothing here knows a database.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from core.errors import LibraryError
from core.library.decisions import EDITABLE, RELATING, Decision, Entry, Kind, Look, Rows, changes
from core.table import Row

REMEMBERED = ("review", *EDITABLE, "speaker", "tags", "comment", "happening", "when")
"""What an entry of the log tells of a row before and after; of a decision about happenings, also which it tells of, and when that was."""

WEIGHED: dict[Kind, tuple[str, ...]] = dict.fromkeys(("accept", "reject", *RELATING), ("edtf", "label", "status"))
"""Who accepts or rejects an event, or says that two are one happening, does so for what they say: where that changes later, the decision
wants a look. An edit is looked at where what it replaced has changed."""


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

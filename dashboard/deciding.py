"""What a person types to decide about an event, as the values of a decision; and the log of decisions in words. Pure.

Text that came from a document or a person is escaped in the HTML that is made here.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from core.absolute import absolute
from core.errors import DateError, LibraryError
from core.library import Entry
from core.model import Document
from core.table import Row
from core.timex import timexes
from core.when import When
from dashboard import words
from dashboard.words import say

LONGEST = 100
"""Characters of a typed date."""
FIELDS = ("edtf", "label", "actors", "places", "status", "extent", "excerpt", "speaker", "tags", "comment", "review")
"""What a decision changes and the log tells."""


def typed_date(typed: str, document: Document) -> When:
    """A date as a person types it, EDTF too; "the 9th" counts from the day of the document. Raises DateError.

    >>> document = Document("a", "", published=When("2021-10-12"))
    >>> [typed_date(typed, document).edtf for typed in ("2021-10~", "spring 2020", "on the 9th")]
    ['2021-10~', '2020-21', '2021-10-09']
    """
    try:
        return absolute(typed)
    except DateError:
        told = Document("typed", typed[:LONGEST], published=document.published, language=document.language)
        for timex in timexes(told):
            if timex.when is not None:
                return timex.when
        raise


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of text that somebody chose by hand, with the rest of the words that it cuts, and without spaces at its ends.

    >>> whole_words("The ferry sank.", 5, 12), whole_words("The ferry sank.", 3, 10)
    ((4, 14), (4, 9))
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def changed(row: Row, given: Mapping[str, Any]) -> dict[str, Any]:
    """Of the fields given, those that say something else than the row.

    >>> changed({"label": "It sank", "status": "happened"}, {"label": "It sank", "status": "denied"})
    {'status': 'denied'}
    """
    return {name: value for name, value in given.items() if row.get(name) != value}


def parts(lines: str, document: Document) -> list[dict[str, str]]:
    """The parts of an event that is split: a line each, its label and, after an @, its own date.

    Raises LibraryError for fewer than two, DateError for a date that is none.

    >>> parts("Talks begin @ 9 October 2021\\nTalks end", Document("a", ""))
    [{'label': 'Talks begin', 'edtf': '2021-10-09'}, {'label': 'Talks end'}]
    """
    found = []
    for line in filter(str.strip, lines.splitlines()):
        label, at, date = line.rpartition("@") if "@" in line else (line, "", "")
        found.append({"label": label.strip()} | ({"edtf": typed_date(date.strip(), document).edtf} if at and date.strip() else {}))
    if len(found) < 2:
        raise LibraryError(say("decide.too-few"))
    return found


def told(entry: Entry, looks: Sequence[str] = ()) -> str:
    """An entry of the log as HTML: what was done, by whom, when, what it changed and why; `looks` say why it needs a look."""
    decision = entry.decision
    deed = say("deed.undo", number=entry.undoes) if entry.undoes is not None else say(f"deed.{decision.kind}")
    at = f'<time datetime="{escape(entry.at)}">{escape(instant(entry.at))}</time>'
    line = f"<strong>{entry.number}</strong> {say('log.line', deed=deed, who=escape(entry.who), when=at)}"
    if decision.why:
        line += " " + say("log.because", why=f'<q dir="auto">{escape(decision.why)}</q>')
    if not entry.in_force:
        line += f" <em>{say('log.undone')}</em>"
    line += "".join(f'<p class="problem">{escape(look)}</p>' for look in looks)
    fields = "".join(f"<li>{field}</li>" for field in _fields(entry))
    return f'<div class="entry">{line}{f"<ul>{fields}</ul>" if fields else ""}</div>'


def instant(at: str) -> str:
    """An instant of the record-keeping as a person writes it.

    >>> instant("2026-11-28T00:53:21+00:00")
    '28 November 2026, 00:53 UTC'
    """
    day, _, time = at.partition("T")
    return say("log.instant", day=words.in_words(When(day)), time=time[:5])


def _fields(entry: Entry) -> Iterator[str]:
    """What an entry changed, field by field."""
    decision = entry.decision
    if decision.kind == "redate":
        before, now = decision.values.get("before"), decision.values["published"]
        yield say("log.published", document=escape(decision.values["document"]), before=_value(before), now=_value(now))
    if decision.kind == "remove":
        yield say("log.removed", document=escape(decision.values["document"]), count=decision.values["events"])
    if decision.kind == "rename" and not decision.events:
        yield from (say("log.renamed", before=escape(old), now=escape(new)) for old, new in decision.values.items())
    for id, after in entry.after.items():
        was, now = entry.before.get(id) or {}, after or {}
        about = escape(str(now.get("label") or was.get("label") or id))
        if not was or not now:
            yield say("log.came" if now else "log.went", label=about)
            continue
        for name in FIELDS:
            if was.get(name) != now.get(name):
                told = {"before": _value(was.get(name)), "now": _value(now.get(name))}
                yield say("log.changed", label=about, field=say(f"field.{name}"), **told)


def _value(value: Any) -> str:
    if not value:
        return f"<i>{say('log.nothing')}</i>"
    return f"<bdi>{escape(', '.join(value) if isinstance(value, list) else str(value))}</bdi>"

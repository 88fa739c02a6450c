"""What the excerpt panel says of the other sources of a happening: who else tells of it, and where they disagree. Pure HTML text."""

from collections.abc import Mapping
from html import escape

from core.chronology import Happening, Version
from core.model import Document
from core.table import Row, when
from core.when import When
from dashboard import words
from dashboard.excerpt import quoted, source

MOST = 8
"""Other tellings shown; the rest is counted."""


def corroboration(
    event: Row, happening: Happening, events: Mapping[str, Row], documents: Mapping[str, Document], *, most: int = MOST
) -> str:
    """The block about everybody else who tells of the same happening; empty where nobody does."""
    others = [events[identifier] for identifier in happening.events if identifier != event["id"] and identifier in events]
    if not others:
        return ""
    told = "".join(_telling(other, event, documents[other["document"]]) for other in others[:most])
    rest = f'<p class="place">and {len(others) - most:,} more</p>' if len(others) > most else ""
    times = "once" if len(others) == 1 else f"{len(others):,} times"
    sources = f"{happening.sources:,} independent sources" if happening.sources > 1 else "one source"
    alone = {other["document"] for other in others} == {event["document"]}
    summary = f"The same document tells it {times} more" if alone else f"Also told {times}, by {sources} in all"
    return f"{disagreement(happening, events, documents)}<details open><summary>{summary}</summary>{told}{rest}</details>"


def disagreement(happening: Happening, events: Mapping[str, Row], documents: Mapping[str, Document]) -> str:
    """What the sources dispute: each version with those who tell it so; empty where they agree."""

    def version(said: str, told: Version) -> str:
        tellers = [events[one]["document"] for one in told.events if one in events]
        who = dict.fromkeys(documents[teller].title or teller for teller in tellers)
        return f"<dt>{escape(said)}</dt><dd>{escape(words.listed(list(who)))}</dd>"

    rows = ""
    if "date" in happening.disputed:
        rows += "".join(version(words.in_words(When(told.value)), told) for told in happening.dates)
    if "count" in happening.disputed:
        rows += "".join(version(told.value, told) for told in happening.counts)
    if not rows:
        return ""
    what = words.listed(["when" if each == "date" else "how many" for each in happening.disputed])
    return f'<section class="disputed"><p><strong>Disputed</strong>: the sources differ in {what}.</p><dl>{rows}</dl></section>'


def _telling(other: Row, event: Row, document: Document) -> str:
    date = "" if when(other) == when(event) else f", dated <strong>{escape(words.in_words(when(other)))}</strong>"
    status = "" if other["status"] == "happened" else f", {escape(other['status'])}"
    quote = f'<blockquote dir="auto">{quoted(other, document, other["excerpt_start"], other["excerpt_end"])}</blockquote>'
    return f'{quote}<p class="place">{source(document)}{date}{status}</p>'

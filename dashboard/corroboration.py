"""What the excerpt panel says of the other sources of a happening: who else tells of it, and where they disagree. Pure HTML text."""

from collections.abc import Mapping
from html import escape

from core.chronology import Happening, Version
from core.model import Document
from core.table import Row, when
from core.when import When
from dashboard import words
from dashboard.excerpt import quoted, source
from dashboard.words import say, term
from dashboard.zones import WRITTEN, in_zone

MOST = 8
"""Other tellings shown; the rest is counted."""


def corroboration(
    event: Row,
    happening: Happening,
    events: Mapping[str, Row],
    documents: Mapping[str, Document],
    zone: str = WRITTEN,
    *,
    most: int = MOST,
) -> str:
    """The block about everybody else who tells of the same happening; empty where nobody does. Clock times are told in the zone."""
    others = [events[identifier] for identifier in happening.events if identifier != event["id"] and identifier in events]
    if not others:
        return ""
    told = "".join(_telling(other, event, documents[other["document"]], zone) for other in others[:most])
    rest = f'<p class="place">{say("more", count=len(others) - most)}</p>' if len(others) > most else ""
    alone = {other["document"] for other in others} == {event["document"]}
    several = happening.sources > 1
    summary = say("others.again" if alone else "others.several" if several else "others.one", count=len(others), sources=happening.sources)
    return f"{disagreement(happening, events, documents, zone)}<details open><summary>{summary}</summary>{told}{rest}</details>"


def disagreement(happening: Happening, events: Mapping[str, Row], documents: Mapping[str, Document], zone: str = WRITTEN) -> str:
    """What the sources dispute: each version with those who tell it so; empty where they agree."""

    def version(said: str, told: Version) -> str:
        tellers = [events[one]["document"] for one in told.events if one in events]
        who = dict.fromkeys(documents[teller].title or teller for teller in tellers)
        return f"<dt>{escape(said)}</dt><dd>{escape(words.listed(list(who)))}</dd>"

    rows = ""
    if "date" in happening.disputed:
        rows += "".join(version(words.in_words(in_zone(When(told.value), zone)), told) for told in happening.dates)
    if "count" in happening.disputed:
        rows += "".join(version(told.value, told) for told in happening.counts)
    if not rows:
        return ""
    what = words.listed([term("dispute", each) for each in happening.disputed])
    told = say("disputed.in", disputed=f"<strong>{say('disputed')}</strong>", what=what)
    return f'<section class="disputed"><p>{told}</p><dl>{rows}</dl></section>'


def _telling(other: Row, event: Row, document: Document, zone: str) -> str:
    dated = f"<strong>{escape(words.in_words(in_zone(when(other), zone)))}</strong>"
    date = "" if when(other) == when(event) else f", {say('others.dated', date=dated)}"
    status = "" if other["status"] == "happened" else f", {escape(term('status', other['status']))}"
    quote = f'<blockquote dir="auto">{quoted(other, document, other["excerpt_start"], other["excerpt_end"])}</blockquote>'
    return f'{quote}<p class="place">{source(document)}{date}{status}</p>'

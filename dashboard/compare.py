"""The sources of a happening side by side: who told it first, how each dates and counts it, and who only repeats another. Pure.

It is made of the rows of the table alone; all that comes from a document is escaped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from core.chronology import Happening
from core.chronology.sources import sources
from core.table import Row, when
from core.when import When
from dashboard import words
from dashboard.excerpt import as_html, link, pieces, signs
from dashboard.words import say, term
from dashboard.zones import WRITTEN, in_zone


@dataclass(frozen=True, slots=True)
class Source:
    """What one document tells of a happening: its rows, and its place in the order of publication, from 0.

    `copied` tells that its words are those of a source before it; `dates` and `counts` are in words, and `apart` says that it is dated
    otherwise than the happening.
    """

    rows: tuple[Row, ...]
    place: int
    copied: bool
    dates: tuple[str, ...]
    apart: bool
    counts: tuple[str, ...]

    @property
    def document(self) -> str:
        """The id of the document."""
        return str(self.rows[0]["document"])

    @property
    def excerpt(self) -> str:
        """The first sentence that tells of it."""
        return str(self.rows[0]["excerpt"])

    @property
    def title(self) -> str:
        """What the document is called."""
        return str(self.rows[0]["title"] or self.document)


def side_by_side(happening: Happening, rows: Mapping[str, Row], zone: str = WRITTEN) -> list[Source]:
    """The sources of a happening in order of publication; `rows` are those of its events by id, as many as are at hand; `zone` is that in
    which clock times are told."""
    told: dict[str, list[Row]] = {document: [] for document in happening.documents}
    for event in happening.events:
        if event in rows:
            told[rows[event]["document"]].append(rows[event])
    found: list[Source] = []
    independent = 0
    for place, own in enumerate(filter(None, told.values())):
        source = Source(tuple(own), place, False, _dates(own, zone), any(_agreed(row, happening) for row in own), _counts(own, happening))
        now = sources([*found, source])
        found.append(Source(source.rows, place, now == independent, source.dates, source.apart, source.counts))
        independent = now
    return found


def _dates(rows: Iterable[Row], zone: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words.in_words(in_zone(when(row), zone)) for row in rows))


def _agreed(row: Row, happening: Happening) -> bool:
    return "date" in happening.disputed and row["edtf"] != happening.when


def _counts(rows: Sequence[Row], happening: Happening) -> tuple[str, ...]:
    """The disputed numbers that these rows give."""
    ids = {row["id"] for row in rows}
    return tuple(version.value for version in happening.counts if "count" in happening.disputed and ids & set(version.events))


def summary(happening: Happening, told: Sequence[Source]) -> str:
    """How many tell of it, how many of those independently, and who was first."""
    independent = say("compare.some", count=happening.sources) if happening.sources > 1 else say("compare.copies")
    if happening.sources == len(told):
        independent = say("compare.each")
    line = say("compare.told", count=len(told), independent=independent)
    if told:
        first = {"source": f"<cite>{escape(told[0].title)}</cite>", "date": published(told[0])}
        line = say("compare.told.first", count=len(told), independent=independent, **first)
    return f'<h2 dir="auto">{escape(happening.label)}</h2><p>{line}</p>'


def published(source: Source) -> str:
    """When a source was published, in words."""
    day = source.rows[0]["published"]
    return escape(words.in_words(When(day))) if day else say("compare.unknown-day")


def card(source: Source) -> str:
    """One source as HTML."""
    row = source.rows[0]
    title = f"<cite>{escape(source.title)}</cite>"
    if address := link(row["url"]):
        title = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    standing = say("compare.first") if source.place == 0 else say("compare.copied") if source.copied else ""
    facts = [(say("compare.published"), published(source)), (say("compare.dates"), _marked(source.dates, source.apart))]
    if source.counts:
        facts.append((say("compare.counts"), _marked(source.counts, True)))
    if row["speaker"]:
        facts.append((say("compare.speaker"), escape(row["speaker"])))
    if row["status"] != "happened":
        facts.append((say("compare.status"), escape(term("status", row["status"]))))
    return (
        f'<article class="source" data-document="{escape(source.document)}"><p class="standing">{source.place + 1}. {standing}</p>'
        f"<h3>{title}</h3><p>{escape(row['publisher'] or '')}</p>"
        f"<dl>{''.join(f'<dt>{name}</dt><dd>{value}</dd>' for name, value in facts)}</dl>"
        f"{''.join(quote(each) for each in source.rows)}</article>"
    )


def _marked(values: Sequence[str], differs: bool) -> str:
    told = escape(words.listed(list(values), "or"))
    return f'<strong class="differs">{told}</strong>' if differs else told


def quote(row: Row) -> str:
    """The excerpt of a row, the expression that dates it in <mark>."""
    start = row["excerpt_start"]
    deciding = row["timexes"][0]
    marks = [(deciding["start"] - start, deciding["end"] - start, "deciding"), *signs(row["excerpt"])]
    return f'<blockquote dir="auto">{as_html(pieces(row["excerpt"], marks))}</blockquote>'


def told_by_several(everything: pd.DataFrame, rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """Of some rows of a table those that stand for the happenings of which several documents tell: the disputed first, then by weight."""
    pairs = everything[["happening", "document"]].drop_duplicates()
    documents = pairs["happening"].value_counts()
    told = rows.drop_duplicates("happening")
    told = told[told["happening"].isin(documents.index[documents > 1])]
    return told.sort_values(["disputed", "weight"], ascending=False, kind="stable").head(most)

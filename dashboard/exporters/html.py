"""One HTML page that needs nothing else: the chart with Plotly inside, and every event with its excerpt in a table beneath.

All that came from a document is escaped, and the page's own policy forbids it to load anything, so it is the same wherever it is opened.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files
from typing import Any, BinaryIO

import pandas as pd
from plotly.graph_objects import Figure
from plotly.offline import get_plotlyjs

from core.exporters import Exporter
from core.table import COLUMNS, Row, when
from core.when import When
from dashboard import words
from dashboard.excerpt import as_html, link, pieces, signs, why
from dashboard.theme import ThemeName
from dashboard.timeline.figure import figure, time_axes
from dashboard.timeline.lanes import Choice
from dashboard.timeline.marks import ACTORS
from dashboard.timeline.views import View
from dashboard.words import say, term
from dashboard.words.english import LANGUAGE

WIDTHS = (1240, 358)
"""Pixels of the two charts in a page, of which the browser draws the one that fits: for a desk and for a phone."""
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
HEADS = ("when", "event", "actors", "source")
HERE = files("dashboard.exporters")


def write(
    rows: Iterable[Row],
    stream: BinaryIO,
    *,
    view: View | None = None,
    order: Sequence[str] | None = None,
    choice: Choice = ACTORS,
    theme: ThemeName = "light",
    filtered: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Writes the page of these rows, which have all of COLUMNS; `view`, `order`, `choice` and `theme` as in dashboard.timeline.figure;
    `filtered` is the filter that left these rows, as a link carries it."""
    told = list(rows)  # pandas would make NaN of what is not known
    table = pd.DataFrame(told, columns=list(COLUMNS))
    drawn = [figure(table, theme=theme, width=width, view=view, order=order, choice=choice, everything=True) for width in WIDTHS]
    charts = [{"figure": json.loads(chart.to_json()), "axes": _axes(chart, width)} for chart, width in zip(drawn, WIDTHS, strict=True)]
    by = "; ".join(f"{name} = {', '.join(values)}" for name, values in (filtered or {}).items())
    count = say("event-count", count=len(told))
    page = f"""<!doctype html>
<html lang="{LANGUAGE}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{say("taken.title", counted=count)}</title>
<style>{HERE.joinpath("page.css").read_text("utf-8")}</style>
</head>
<body>
<h1>{count}</h1>
{f"<p>{escape(say('taken.filtered', by=by))}</p>" if by else ""}
<p>{say("taken.about")}</p>
<section id="frame" aria-label="{say("taken.chart")}" tabindex="0"><div id="chart"></div></section>
<aside id="excerpt" aria-live="polite"><p>{say("taken.none")}</p></aside>
<table>
<caption>{say("taken.table")}</caption>
<thead><tr>{"".join(f'<th scope="col">{say(f"taken.{name}")}</th>' for name in HEADS)}</tr></thead>
<tbody>
{"".join(map(_row, told))}
</tbody>
</table>
<script>{get_plotlyjs()}</script>
<script type="application/json" id="charts">{_json(charts)}</script>
<script>{HERE.joinpath("page.js").read_text("utf-8")}</script>
</body>
</html>
"""
    stream.write(page.encode("utf-8", "replace"))


def _axes(chart: Figure, width: int) -> list[dict[str, Any]]:
    """The time axis of a chart at every zoom."""
    return time_axes(tuple(chart.layout.xaxis.range), tuple(chart.layout.xaxis2.range), width - chart.layout.margin.l)


def _json(value: object) -> str:
    """JSON that cannot end the script element in which it stands."""
    return json.dumps(value).replace("<", "\\u003c")


def _row(row: Row) -> str:
    date = words.in_words(when(row))
    status = "" if row["status"] == "happened" else f"<br><em>{escape(term('status', row['status']))}</em>"
    return (
        f'<tr data-id="{escape(json.dumps(row["id"]))}" tabindex="0">'
        f"<td>{escape(date)}<br><code>{escape(row['edtf'])}</code>{status}</td>"
        f'<td dir="auto"><strong>{escape(row["label"])}</strong><blockquote>{_quoted(row)}</blockquote>{why(row, opened=False)}</td>'
        f"<td>{escape(', '.join(row['actors']))}</td><td>{_source(row)}</td></tr>\n"
    )


def _quoted(row: Row) -> str:
    """The excerpt with the expressions that date the event marked."""
    marks = [(t["start"] - row["excerpt_start"], t["end"] - row["excerpt_start"], "date") for t in row["timexes"]]
    return as_html(pieces(row["excerpt"], [*marks, *signs(row["excerpt"])]))


def _source(row: Row) -> str:
    title = escape(row["title"] or row["document"])
    if address := link(row["url"]):
        title = f'<a href="{escape(address)}" rel="noopener noreferrer">{title}</a>'
    published = f"<br><small>{escape(words.in_words(When(row['published'])))}</small>" if row["published"] else ""
    publisher = f", {escape(row['publisher'])}" if row["publisher"] else ""
    place = f"<br><small>{say('taken.place', start=row['excerpt_start'], end=row['excerpt_end'])}</small>"
    return f"{title}{publisher}{published}{place}"


HTML: Exporter[Row] = Exporter("html", say("export.html.about"), ".html", write)

"""Dateline's Python API: documents in, dated and sourced events out.

    document -> sentences -> time expressions -> dates -> events (with actors) -> table -> timeline, exports

Importing it is cheap: pandas, dateparser and whatever else is heavy is loaded when it is first needed.
"""

from core.absolute import absolute
from core.errors import DateError, DatelineError, GrammarError, ReadError, WriteError
from core.exporters import EXPORTERS, TAGGERS, Exporter
from core.model import Actor, Document, Event, Span, Timex
from core.pipeline import extract
from core.readers import READERS, Reader, read
from core.table import COLUMNS, Column, row, rows, table, timex_row
from core.timex import timexes
from core.when import When

__all__ = [
    "COLUMNS",
    "EXPORTERS",
    "READERS",
    "TAGGERS",
    "Actor",
    "Column",
    "DateError",
    "DatelineError",
    "Document",
    "Event",
    "Exporter",
    "GrammarError",
    "ReadError",
    "Reader",
    "Span",
    "Timex",
    "When",
    "WriteError",
    "absolute",
    "extract",
    "read",
    "row",
    "rows",
    "table",
    "timex_row",
    "timexes",
]

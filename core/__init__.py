"""Dateline's Python API: documents in, dated and sourced events out.

    document -> sentences -> time expressions -> dates -> events (with actors) -> chronology -> table -> timeline, exports

Importing it is cheap: the grammars, pandas, dateparser and whatever else is heavy is loaded when it is first needed.
"""

import importlib
import typing

from core.absolute import absolute
from core.errors import DateError, DatelineError, GrammarError, ReadError, WriteError
from core.exporters import EXPORTERS, TAGGERS, Exporter
from core.model import Actor, Document, Event, Span, Timex
from core.readers import READERS, Reader, read
from core.table import COLUMNS, Column, row, rows, table, timex_row
from core.when import When

if typing.TYPE_CHECKING:
    from core.chronology import gather, weightiest
    from core.explain import explained
    from core.ner import recogniser
    from core.pipeline import extract
    from core.timex import timexes

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
    "explained",
    "extract",
    "gather",
    "read",
    "recogniser",
    "row",
    "rows",
    "table",
    "timex_row",
    "timexes",
    "weightiest",
]

_LATE = {
    "explained": "core.explain",
    "extract": "core.pipeline",
    "gather": "core.chronology",
    "recogniser": "core.ner",
    "timexes": "core.timex",
    "weightiest": "core.chronology",
}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module 'core' has no attribute '{name}'")
    return getattr(importlib.import_module(_LATE[name]), name)

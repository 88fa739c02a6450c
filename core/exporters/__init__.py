"""Table -> bytes: one file a format. EXPORTERS write the rows of events, TAGGERS documents with their time expressions."""

from collections.abc import Iterable
from typing import BinaryIO

from core.exporters.csv import CSV
from core.exporters.exporter import Exporter, whole
from core.exporters.jsonl import JSONL, write_lines
from core.exporters.timeml import TIMEML, Tagged
from core.table import Row, timex_row

EXPORTERS: dict[str, Exporter[Row]] = {exporter.name: exporter for exporter in (CSV, JSONL)}


def _write_timexes(tagged: Iterable[Tagged], stream: BinaryIO) -> None:
    write_lines((timex_row(timex) for _, timexes in tagged for timex in timexes), stream)


TAGGERS: dict[str, Exporter[Tagged]] = {
    exporter.name: exporter for exporter in (Exporter("jsonl", "JSON Lines, an expression a line", ".jsonl", _write_timexes), TIMEML)
}

__all__ = ["EXPORTERS", "TAGGERS", "Exporter", "Tagged", "whole"]

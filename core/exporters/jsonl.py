"""JSON Lines: a row a line, as UTF-8."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from core.exporters.exporter import Exporter
from core.table import KEYS, Row

# Characters that JSON leaves raw and that many readers of lines take for the end of one.
LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write_lines(rows: Iterable[Row], stream: BinaryIO) -> None:
    """Write each row as one line; a lone surrogate is written as its escape."""
    for row in rows:
        line = json.dumps(row, ensure_ascii=False).translate(LINE_ENDS) + "\n"
        stream.write(line.encode("utf-8", "backslashreplace"))


def write(rows: Iterable[Row], stream: BinaryIO) -> None:
    """Write the KEYS of each event's row, whatever else a table holds."""
    write_lines(({key: row[key] for key in KEYS} for row in rows), stream)


JSONL: Exporter[Row] = Exporter("jsonl", "JSON Lines, an object a line, with every column and nothing changed", ".jsonl", write)

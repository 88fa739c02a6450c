"""CSV for spreadsheets (RFC 4180, UTF-8). Names stand joined by "; ", objects and lists of them as JSON.

A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets read as "this is text"; whoever reads
the file by program takes one apostrophe off where one of FORMULA follows. A whole number, as a year before Christ is one, is no formula; a
day of it is: a spreadsheet would reckon -0043-03-15 out. Source: OWASP, "CSV Injection".
"""

import csv
import io
import json
import re
from collections.abc import Iterable
from typing import Any, BinaryIO

from core.exporters.exporter import Exporter
from core.table import KEYS, Row

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with, in full width too."""


NUMBER = re.compile(r"-[0-9]+", re.ASCII)


def cell(value: Any) -> str:
    """A value as the text of one cell.

    >>> cell(["Ada", "Bo"]), cell("=1+1"), cell(None), cell(True), cell("-0043"), cell("-0043-03-15")
    ('Ada; Bo', "'=1+1", '', 'true', '-0043', "'-0043-03-15")
    """
    if value is None:
        return ""
    if isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, list):
        named = all(isinstance(item, str) for item in value)
        value = "; ".join(value) if named else json.dumps(value, ensure_ascii=False)
    text = str(value).replace("\0", "\ufffd")
    return f"'{text}" if text.startswith(FORMULA) and not NUMBER.fullmatch(text) else text


def write(rows: Iterable[Row], stream: BinaryIO) -> None:
    """Write a line of names, then each row."""
    buffer = io.StringIO(newline="")
    lines = csv.writer(buffer)
    lines.writerow(KEYS)
    for row in rows:
        stream.write(_taken(buffer))
        lines.writerow([cell(row[key]) for key in KEYS])
    stream.write(_taken(buffer))


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8", "replace")


CSV: Exporter[Row] = Exporter("csv", "CSV for spreadsheets; cells that look like formulas are made harmless", ".csv", write)

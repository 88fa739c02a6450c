"""Events as a table to look at in a terminal, in order of time."""

import shutil
import unicodedata
from collections.abc import Iterable
from typing import BinaryIO

from core.table import Row
from core.when import When

HEAD = ("when", "what", "who")
WIDEST_DATE, WIDEST_NAMES = 23, 34


def write_listing(rows: Iterable[Row], stream: BinaryIO, *, width: int | None = None) -> None:
    """Write a line an event: when, what (with its status, where it did not simply happen) and who, fitted to `width` columns."""
    ordered = sorted(rows, key=_start)
    if not ordered:
        return
    width = width or shutil.get_terminal_size((120, 24)).columns
    lines = [HEAD, *(_cells(row) for row in ordered)]
    dates = min(WIDEST_DATE, max(_width(line[0]) for line in lines))
    names = min(WIDEST_NAMES, max(_width(line[2]) for line in lines))
    what = max(20, width - dates - names - 4)
    for when, label, who in lines:
        stream.write(f"{_fit(when, dates)}  {_fit(label, what)}  {_fit(who, names)}".rstrip().encode("utf-8", "replace") + b"\n")


def _start(row: Row) -> float:
    start = When(row["edtf"]).start
    return float("-inf") if start is None else start


def _cells(row: Row) -> tuple[str, str, str]:
    status = "" if row["status"] == "happened" else f"[{row['status']}] "
    return _plain(row["edtf"]), status + _plain(row["label"]), _plain(", ".join(row["actors"]))


def _plain(text: str) -> str:
    """On one line, and without what a terminal would obey."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))


def _width(text: str) -> int:
    return sum(_columns(c) for c in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _fit(text: str, width: int) -> str:
    """The text in exactly so many columns, cut with an ellipsis where it is longer."""
    if (used := _width(text)) <= width:
        return text + " " * (width - used)
    kept, used = [], 0
    for char in text:
        if used + _columns(char) > width - 1:
            break
        kept.append(char)
        used += _columns(char)
    return "".join(kept) + "…" + " " * (width - 1 - used)

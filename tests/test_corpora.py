"""Floors of the corpora's figures, over all of their documents. They only ever rise: raise them when the figures do."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.model import Document, Timex
from core.timex import timexes
from core.when import When
from scripts import score

FLOORS = {"timebank-corrected": (91.0, 88.2), "aquaint-corrected": (84.5, 89.4), "wikiwars-odd": (92.3, 91.5)}


def row(timex: Timex) -> dict[str, Any]:
    span = timex.span
    ends = [row(end) for end in timex.ends]
    edtf = str(timex.when) if timex.when else None
    return {"start": span.start, "end": span.end, "text": span.text, "type": timex.type, "value": timex.value, "edtf": edtf, "ends": ends}


@pytest.mark.parametrize("corpus", FLOORS)
def test_the_corpora_are_read_as_well_as_ever(shared: Path, corpus: str) -> None:
    folder = shared / "corpora" / corpus
    rows = {}
    for line in (folder / "documents.jsonl").read_text("utf-8").splitlines():
        given = json.loads(line)
        document = Document(given["id"], given["text"], published=When(given["published"]) if given["published"] else None)
        rows[document.id] = [row(timex) for timex in timexes(document)]
    figures = score.score_timexes(score.load_gold(folder), rows, 0)
    strict, value = FLOORS[corpus]
    assert figures["strict_F1"] >= strict and figures["value_F1"] >= value, figures

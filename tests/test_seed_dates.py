"""The seeds' time expressions, and those of the article that the project began with, are read as their gold answers say."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.model import Document, Timex
from core.readers import read
from core.timex import timexes
from core.when import When
from scripts import score

ROOT = Path(__file__).parent.parent


def row(timex: Timex) -> dict[str, Any]:
    edtf = str(timex.when) if timex.when else None
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.span.text,
        "type": timex.type,
        "value": timex.value,
        "edtf": edtf,
    }


def figures(gold: dict[str, dict[str, Any]], documents: list[Document]) -> tuple[float, float]:
    rows = {d.id.rpartition("/")[2]: [row(t) for t in timexes(d)] for d in documents}
    result = score.score_timexes(gold, rows, 20)
    return result["strict_F1"], result["value_F1"]


def test_the_seeds_are_read_as_a_reader_would() -> None:
    assert figures(score.load_gold(ROOT / "seeds/gold"), list(read(str(ROOT / "seeds/articles")))) == (100, 100)


@pytest.mark.parametrize("dated", [True, False])
def test_the_article_is_read_as_a_reader_would(shared: Path, dated: bool) -> None:
    (path,) = (shared / "gold").glob("*.gold.json")
    answer = json.loads(path.read_text("utf-8"))["document"]
    published = When(answer["published"]) if dated else None
    documents = list(read(str(shared / "seeds" / answer["file"]), published=published))
    assert figures(score.load_gold(path), documents) == (100, 100)

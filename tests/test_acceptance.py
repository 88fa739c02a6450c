"""The events of the seeds, and of the article outside the repository where it is there, against a human's answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.model import Document
from core.pipeline import extract
from core.readers import read
from core.when import When
from scripts import score

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds" / "articles").glob("*.md"))


def rows(document: Document) -> list[dict[str, object]]:
    return [
        {
            "document": document.id,
            "edtf": event.when.edtf,
            "label": event.label,
            "actors": [actor.name for actor in event.actors],
            "timexes": [{"start": t.span.start, "end": t.span.end} for t in event.timexes],
        }
        for event in extract(document)
    ]


def scores(documents: list[Document], gold: dict[str, dict[str, object]]) -> dict[str, float]:
    by_name = {name: rows(document) for name, document in zip(sorted(gold), sorted(documents, key=lambda d: d.id), strict=True)}
    return score.score_events(gold, by_name, 0)


def test_the_events_of_the_seeds() -> None:
    documents = [document for path in SEEDS for document in read(path)]
    found = scores(documents, score.load_gold(ROOT / "seeds" / "gold"))
    assert found["dated_event_F1"] >= 95
    assert found["actor_F1"] >= 90


@pytest.mark.parametrize("published", ["2021-10-12", None])
def test_the_article(shared: Path, published: str | None) -> None:
    (path,) = (shared / "seeds").glob("*.txt")
    (document,) = read(path)
    document = replace(document, published=When(published) if published else None, published_source="given" if published else None)
    found = scores([document], score.load_gold(shared / "gold"))
    assert found["dated_event_F1"] == 100
    assert found["actor_F1"] >= 95


def test_the_date_of_the_article(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("*.txt")
    (document,) = read(path)
    event = extract(document)[0]
    assert str(event.published) == "2021-10"
    assert event.published_source is not None and event.published_source.startswith("inferred")

"""The gold answers stand by their documents: verbatim quotes, real dates, known actors; and the documents say what they are."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.when import When

ROOT = Path(__file__).parent.parent
SEEDS = {path: ROOT / "seeds" / "gold" / f"{path.stem}.gold.json" for path in sorted((ROOT / "seeds" / "articles").glob("*.md"))}
GENRES = {path: path.with_suffix(".gold.json") for path in sorted((ROOT / "tests" / "genres").glob("*/**/*.md"))}
ANNOTATED = pytest.mark.parametrize(("path", "gold"), [*SEEDS.items(), *GENRES.items()], ids=lambda path: path.stem.removesuffix(".gold"))

KEYS = {"title", "publisher", "url", "published", "language", "licence"}
TYPES = {"DATE", "TIME", "DURATION", "SET"}
ISO_DURATION = re.compile(r"P(?=.)(\d+(\.\d+)?Y)?(\d+M)?(\d+W)?(\d+(\.\d+)?D)?(T(?=.)(\d+(\.\d+)?H)?(\d+M)?(\d+S)?)?")


def load(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


def front_matter(text: str) -> tuple[dict[str, Any], int]:
    """The keys of the front matter and where the body begins."""
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    assert match, "a document of ours opens with front matter"
    return yaml.safe_load(match[1]), match.end()


def values(row: dict[str, Any]) -> list[str]:
    return [value for value in (row["edtf"], *row.get("edtf_also", [])) if value is not None]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_there_are_four_seeds_each_with_gold() -> None:
    assert len(SEEDS) == 4
    assert {gold.name for gold in SEEDS.values()} == {path.name for path in (ROOT / "seeds" / "gold").glob("*.gold.json")}


@ANNOTATED
def test_documents_say_that_they_are_samples(path: Path, gold: Path) -> None:
    keys, body = front_matter(path.read_text("utf-8"))
    assert set(keys) <= KEYS
    assert keys["publisher"].startswith("Dateline sample, written for this project")
    assert (keys["licence"], keys["language"]) == ("CC0-1.0", "en")
    assert 200 <= len(path.read_text("utf-8")[body:].split()) <= 520  # about 200 to 500 words and a heading
    document = load(gold)["document"]
    assert document["file"] == path.name
    assert document["publisher"] == keys["publisher"]
    if "published" in keys:
        assert document["published"] == str(keys["published"])


INVENTED = ("; its people and bodies are invented", "; its people, bodies and events are invented")


def test_the_genres_whose_people_are_invented() -> None:
    sets = {"seen": 4, "unseen": 4, "fresh": 8, "later": 4, "last": 2, "practice": 6, "newest": 8, "open": 4, "aside": 4}
    assert Counter(path.parent.name for path in GENRES) == sets
    history = {"ancient", "hannibal"}
    for path in GENRES:
        publisher = front_matter(path.read_text("utf-8"))[0]["publisher"]
        assert publisher.endswith(INVENTED) == (path.stem not in history)


@ANNOTATED
def test_expressions_are_verbatim_in_order_and_outside_the_front_matter(path: Path, gold: Path) -> None:
    text = path.read_text("utf-8")
    position = front_matter(text)[1]
    for row in load(gold)["timexes"]:
        assert text[row["start"] : row["end"]] == row["quote"]
        assert position <= row["start"] < row["end"]
        position = row["end"]


@ANNOTATED
def test_values_are_edtf_or_iso_durations(path: Path, gold: Path) -> None:
    answer = load(gold)
    for row in answer["timexes"]:
        assert row["type"] in TYPES
        length = row["type"] in ("DURATION", "SET")
        assert not length or ISO_DURATION.fullmatch(row["edtf"]), row
        for value in values(row):  # a length may have the date so reckoned beside it
            assert (length and ISO_DURATION.fullmatch(value)) or When(value).edtf == value
    for event in answer["events"]:
        assert event["edtf"] is not None
        assert all(When(value).edtf == value for value in values(event))


@ANNOTATED
def test_events_hang_on_expressions_and_name_known_actors(path: Path, gold: Path) -> None:
    answer = load(gold)
    calendar = {row["id"] for row in answer["timexes"] if row["type"] in ("DATE", "TIME") or "edtf_also" in row}
    actors = {actor["name"] for actor in answer["actors"]}
    for event in answer["events"]:
        assert event["timexes"] and set(event["timexes"]) <= calendar, event["about"]
        assert set(event["actors"]) <= actors, event["about"]
        assert event.get("status", "happened") in {"happened", "planned", "denied", "hypothetical"}


@ANNOTATED
def test_names_and_things_that_are_no_dates_stand_in_the_text(path: Path, gold: Path) -> None:
    text = path.read_text("utf-8")
    answer = load(gold)
    for actor in answer["actors"]:
        assert any(name in text for name in [actor["name"], *actor["aliases"]]), actor["name"]
        assert all(alias in text for alias in actor["aliases"]), actor["name"]
    assert all(quote in text for quote in answer["not_dates"])


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds_take_no_words_from_the_article(path: Path, shared: Path) -> None:
    """No eight words in a row are those of an article that is not ours to give away."""
    runs = set()
    for article in (shared / "seeds").glob("*.txt"):
        theirs = words(article.read_text("utf-8"))
        runs |= {tuple(theirs[i : i + 8]) for i in range(len(theirs))}
    assert runs
    ours = words(path.read_text("utf-8"))
    assert not [run for i in range(len(ours)) if (run := tuple(ours[i : i + 8])) in runs]

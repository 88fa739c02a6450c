"""The answers of the sets stand by their documents: verbatim expressions, real dates, and conflicts that name their versions."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from core.readers import read
from core.when import When

ROOT = Path(__file__).parent.parent
GOLD = [*sorted((ROOT / "tests" / "gather").glob("*/gold.json")), *(ROOT / "tests" / "gather").glob("seeds.json")]
ANSWERS = pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.parent.name if path.name == "gold.json" else path.stem)


def load(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


def documents(gold: Path) -> Path:
    return gold.parent if gold.name == "gold.json" else ROOT / "seeds" / "articles"


def mentions(gold: Path) -> list[dict[str, Any]]:
    return [mention for group in load(gold)["groups"] for mention in group["mentions"]]


@ANSWERS
def test_mentions_are_verbatim_and_dated(gold: Path) -> None:
    for mention in mentions(gold):
        text = (documents(gold) / mention["document"]).read_text("utf-8")
        for row in [mention, *mention.get("more", [])]:
            assert text[row["start"] : row["end"]] == row["quote"]
        assert When(mention["edtf"]).edtf == mention["edtf"]
        assert mention["label"]
        assert mention.get("status", "planned") in {"planned", "denied"}


@ANSWERS
def test_the_documents_can_be_read_and_have_a_date_and_a_publisher(gold: Path) -> None:
    for path in documents(gold).glob("*.md"):
        (document,) = read(path)
        assert document.published and document.publisher


@ANSWERS
def test_a_mention_is_in_one_group_and_every_document_has_some(gold: Path) -> None:
    ids = sorted(mention["id"] for mention in mentions(gold))
    assert not [a for a, b in pairwise(ids) if a == b]
    assert {mention["document"] for mention in mentions(gold)} == {path.name for path in documents(gold).glob("*.md")}


@ANSWERS
def test_pairs_to_be_kept_apart_are_in_different_groups(gold: Path) -> None:
    group = {mention["id"]: each["id"] for each in load(gold)["groups"] for mention in each["mentions"]}
    assert load(gold)["apart"]
    for pair in load(gold)["apart"]:
        first, second = pair["mentions"]
        assert group[first] != group[second] and pair["why"]


@ANSWERS
def test_conflicts_have_versions_of_the_same_group(gold: Path) -> None:
    for group in load(gold)["groups"]:
        ids = {mention["id"] for mention in group["mentions"]}
        for conflict in group.get("conflicts", []):
            assert conflict["on"] in {"date", "count"}
            assert len({version["value"] for version in conflict["versions"]}) > 1
            told = [mention for version in conflict["versions"] for mention in version["mentions"]]
            assert len(told) == len(set(told)) and set(told) <= ids


@ANSWERS
def test_what_may_be_joined_or_not_names_groups(gold: Path) -> None:
    groups = {group["id"] for group in load(gold)["groups"]}
    assert len(groups) == len(load(gold)["groups"])
    for each in load(gold).get("open", []):
        assert len(each["groups"]) > 1 and set(each["groups"]) <= groups and each["why"]


def test_texts_that_are_copies_are_there() -> None:
    copies = [(gold, names) for gold in GOLD for names in load(gold)["copies"]]
    assert copies
    for gold, names in copies:
        assert len(names) > 1 and all((documents(gold) / name).exists() for name in names)

"""Aliases are read from CSV, found in texts, and win over everything that a text suggests."""

from pathlib import Path

import pytest

from core.actors import actors
from core.aliases import Alias, Aliases, read_aliases, shipped
from core.errors import ReadError
from core.model import Document
from core.sentences import split


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    path.write_text("name,alias,kind\nIda Moe,the Owl,person\nOrrin Ltd,,organisation\n", "utf-8")
    found = read_aliases(path)
    assert found.named("OWL") == Alias("Ida Moe", "the Owl", "person")
    assert found.named("orrin ltd") == Alias("Orrin Ltd", "Orrin Ltd", "organisation")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"who,alias\na,b\n", "no column 'name'"),
        (b"name,alias,kind\nIda,Owl,bird\n", "line 2: no kind 'bird'"),
        (b"name,alias,kind\n,Owl,person\n", "line 2 has no name"),
        (b"name,alias\n\xff\xfe,x\n", "no utf-8 csv file"),
    ],
)
def test_a_bad_file_is_named_with_its_fault(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "aliases.csv"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=message):
        read_aliases(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.csv: cannot be read"):
        read_aliases(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The silver wolves met Moe.", {"Wolves": "organisation", "Ida Moe": "person"}),
        ("A price was paid to Orro Moe.", {"Orro Moe": "unknown"}),
        ("Price was paid.", {"Ned Price": "person"}),
        ("银狼 met.", {"Wolves": "organisation"}),
    ],
)
def test_aliases_win(text: str, expected: dict[str, str]) -> None:
    rows = [
        Alias("Wolves", "Silver Wolves", "organisation"),
        Alias("Wolves", "银狼"),
        Alias("Ida Moe", "Moe", "person"),
        Alias("Ned Price", "Price", "person"),
    ]
    found = actors(Document("d", text), split(text), aliases=Aliases(rows))
    assert {actor.name: actor.kind for actor in found} == expected


def test_the_shipped_aliases_agree_with_one_another() -> None:
    rows = shipped().rows
    assert rows
    kinds: dict[str, set[str]] = {}
    for row in rows:
        kinds.setdefault(row.name, set()).add(row.kind)
    assert [name for name, found in kinds.items() if len(found) > 1] == []

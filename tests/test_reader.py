"""The document reader: the text whole, its headings told apart, its dates with their events."""

from core.model import Document
from core.pipeline import extract
from core.table import row
from dashboard.reader import content

TEXT = "# The board\n\nIt met on 3 May 2021.\n## May 2022 #1\n#hashtag, no heading\n"


def test_headings_are_told_apart_and_nothing_of_the_text_is_lost() -> None:
    document = Document("a", f"---\n---\n{TEXT}", body=8)
    event = row(extract(document)[0])
    pieces = content(document, [event], event["id"])["pieces"]
    assert isinstance(pieces, list)
    assert "".join(piece[0] for piece in pieces) == TEXT
    assert [(piece[0], piece[3]) for piece in pieces if piece[3]] == [
        ("# ", "hashes"),
        ("The board", "heading"),
        ("## ", "hashes"),
        ("May 2022 #1", "heading"),
    ]
    assert [piece[0] for piece in pieces if event["id"] in piece[1]] == ["3 May 2021"]

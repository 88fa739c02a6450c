"""The document reader: the text whole, its headings told apart, its dates with their events."""

from core.model import Document
from core.pipeline import extract
from core.table import row
from core.timex import timexes
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
        ("It met on ", "excerpt"),
        ("3 May 2021", "excerpt"),
        (".", "excerpt"),
        ("## ", "hashes"),
        ("May 2022 #1", "heading"),
    ]
    assert [piece[0] for piece in pieces if event["id"] in piece[1]] == ["3 May 2021"]


def test_expressions_that_date_no_event_are_marked_too_and_say_what_they_mean() -> None:
    document = Document("a", "It met on 3 May 2021, for two days. May 2022 is far.")
    pieces = content(document, [], None, expressions=timexes(document))["pieces"]
    assert isinstance(pieces, list)
    assert [(piece[0], piece[4]) for piece in pieces if piece[4]] == [
        ("3 May 2021", "3 May 2021"),
        ("two days", "duration P2D"),
        ("May 2022", "May 2022"),
    ]
    assert not any(piece[1] for piece in pieces)


def test_the_words_of_a_search_are_marked_within_whatever_they_stand_in() -> None:
    document = Document("a", TEXT)
    event = row(extract(document)[0])
    pieces = content(document, [event], None, searched="may board")["pieces"]
    assert isinstance(pieces, list)
    assert [piece[0] for piece in pieces if "found" in piece[3]] == ["board", "May", "May"]
    assert [piece[3] for piece in pieces if piece[0] == "board"] == ["heading found"]
    assert [piece[0] for piece in pieces if event["id"] in piece[1]] == ["3 ", "May", " 2021"]


def test_of_several_mentions_the_excerpt_is_the_place_to_go_to() -> None:
    document = Document(
        "a",
        "Orrin Ltd bought Kern Optics in May 2021. Nobody slept.\n\nThe takeover of Kern Optics by Orrin Ltd on 3 May 2021 cost 4 million.",
    )
    event = row(extract(document)[0])
    pieces = content(document, [event], event["id"])["pieces"]
    assert isinstance(pieces, list)
    assert len(event["mentions"]) == 2
    assert (
        "".join(piece[0] for piece in pieces if "excerpt" in piece[3])
        == "The takeover of Kern Optics by Orrin Ltd on 3 May 2021 cost 4 million."
    )
    assert [piece[0] for piece in pieces if event["id"] in piece[1] and "excerpt" in piece[3]] == ["3 May 2021"]

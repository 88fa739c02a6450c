"""What a person hands over becomes documents, whatever it is called and whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.when import When
from dashboard.upload import GIVEN, file_name, received


def test_text_becomes_a_document_with_the_date_that_was_given() -> None:
    (document,), problems = received("letters/Minutes.txt", b"The board met.", published=When("2021-10-12"))
    assert (document.id, document.text, document.published, document.published_source) == (
        "Minutes",
        "The board met.",
        When("2021-10-12"),
        GIVEN,
    )
    assert not problems


def test_the_title_that_was_given_wins() -> None:
    text = b"---\ntitle: Theirs\n---\nThe board met."
    assert [received("a.md", text, title=title)[0][0].title for title in ("Mine", "")] == ["Mine", "Theirs"]


def test_each_line_of_json_lines_is_a_document_and_a_taken_id_gets_a_number() -> None:
    lines = b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'
    documents, _ = received("two.jsonl", lines, taken={"a"})
    assert [document.id for document in documents] == ["a-2", "b"]


@pytest.mark.parametrize(
    ("name", "content"), [("empty.txt", b""), ("picture.txt", bytes(range(256)) * 20), ("broken.md", b"---\na: [\n---\nb")]
)
def test_what_cannot_be_read_is_said_under_its_own_name(name: str, content: bytes) -> None:
    documents, problems = received(name, content)
    assert not documents
    assert len(problems) == 1 and problems[0].startswith(name)


@given(st.text())
def test_no_name_leads_out_of_a_folder(name: str) -> None:
    safe = file_name(name)
    assert safe and not set('/\\<>:"|?*\0') & set(safe) and not safe.startswith(".")


@given(st.text(max_size=40), st.binary(max_size=200))
def test_anything_is_read_or_named_as_a_problem(name: str, content: bytes) -> None:
    documents, problems = received(f"{name}.txt", content)
    assert documents or problems

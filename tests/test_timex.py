"""core.timex: what is found where, and that nothing a text can hold breaks it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import GrammarError
from core.grammar import GRAMMARS
from core.model import Document, Timex
from core.timex import CHUNK, find, timexes
from core.when import When

PUBLISHED = When("2024-03-13")
VALUE = re.compile(
    r"""(?:BC)?[0-9X]{1,9}
    (?:-(?:SP|SU|FA|WI|Q[1-4X]|H[12X]|W[0-9X]{2}(?:-(?:WE|[1-7]))?|[0-9X]{2}(?:-[0-9X]{2})?))?
    (?:T(?:MO|MI|AF|EV|NI|DT|[0-9X]{2}(?::[0-9X]{2}(?::[0-9X]{2})?)?)(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?
    | P(?:(?:[0-9.]+|X)(?:Y|M|W|WE|D|Q|DE|C))+(?:T(?:[0-9.]+[HMS])+)? | PT(?:(?:[0-9.]+|X)[HMS])+ | (?:PAST|PRESENT|FUTURE)_REF""",
    re.VERBOSE,
)
PHRASES = sorted({example.replace("[", "").replace("]", "") for rule in GRAMMARS["en"].rules for example in [*rule.examples, *rule.never]})


def check(document: Document, found: list[Timex]) -> None:
    last = document.body
    for timex in found:
        span = timex.span
        assert last <= span.start < span.end and document.text[span.start : span.end] == span.text
        assert timex.when is None or When(timex.when.edtf).start == timex.when.start
        assert all(VALUE.fullmatch(part) for part in timex.value.split("/")), (span.text, timex.value)
        for end in timex.ends:
            assert span.start <= end.span.start and end.span.end <= span.end
        last = span.end


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """The grammar's own phrases in any order, with other digits, among signs that break words."""
    parts = draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6))
    digits = draw(st.lists(st.sampled_from("0123456789"), min_size=8, max_size=8))
    joints = st.sampled_from([" ", ". ", ", ", "\n", "\n\n", "-", "\u2013", "\u200f", "\u00a0", "", " to ", " and ", " (", "\ud83d"])
    at = iter(digits * 100)
    text = "".join(part + draw(joints) for part in parts)
    return re.sub(r"[0-9]", lambda m: next(at) if draw(st.booleans()) else m[0], text)


@given(phrases(), st.sampled_from([None, PUBLISHED, When("-0043-03-15"), When("Y12000")]))
@settings(max_examples=300, deadline=None)
def test_phrases_with_other_digits_keep_their_offsets_and_have_valid_values(text: str, published: When | None) -> None:
    document = Document("a", text, published=published)
    check(document, timexes(document))


@given(st.text(st.characters(exclude_categories=[]), max_size=300), st.integers(0, 20))
@settings(deadline=None)
def test_any_text_is_survived(text: str, body: int) -> None:
    document = Document("a", text, published=PUBLISHED, body=min(body, len(text)))
    check(document, timexes(document))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sales rose in the first nine months of 2023.", "2023-01/2023-09"),
        ("It rained in the last two weeks of May 2023.", "2023-05-22/2023-06-04"),
        ("He ruled for the final ten years of the 19th century.", "1890/1899"),
        ("They met on the first three days of May 2023.", "2023-05-01/2023-05-03"),
        ("In the first six weeks of May 2023 it rained.", None),
        ("In the first nine months of talks they met in 2023.", None),
        ("Nine months of 2023 were dry.", None),
    ],
)
def test_a_length_cut_from_a_date_has_its_place(text: str, edtf: str | None) -> None:
    length = timexes(Document("a", text, published=PUBLISHED))[0]
    assert (length.type, str(length.when) if length.when else None) == ("DURATION", edtf)


def test_only_the_body_is_read() -> None:
    document = Document("a", "date: May 1999\nIn June 1998 they left.", published=PUBLISHED, body=15)
    assert [t.span.text for t in timexes(document)] == ["June 1998"]


def test_a_long_paragraph_is_read_in_stretches_without_loss() -> None:
    text = "They left on 3 May 1999 and came back. " * (3 * CHUNK // 39)
    found = find(Document("a", text))
    assert len(found) == text.count("1999")


def test_a_number_of_any_length_is_survived() -> None:
    document = Document("a", f"In {'1' * 5000} BC, in the year {'2' * 5000}, by 31.12.{'3' * 5000} they left.", published=PUBLISHED)
    check(document, timexes(document))


def test_wide_characters_and_signs_keep_the_offsets() -> None:
    document = Document("a", "Ünïcödé 😀 “from 9 to 10” – on 3\u00a0May 1999, İstanbul", published=PUBLISHED)
    assert [t.span.text for t in timexes(document)] == ["from 9 to 10", "3\u00a0May 1999"]


def test_a_language_without_grammar_is_an_error() -> None:
    with pytest.raises(GrammarError, match="no grammar for language 'xx'"):
        timexes(Document("a", "text", language="xx"))

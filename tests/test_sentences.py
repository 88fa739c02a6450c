"""core.sentences: offsets, headings, wrapped lines, vetoes, hostile input."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences import split


def texts(text: str, **kwargs: object) -> list[str]:
    return [text[a:b] for a, b in split(text, **kwargs)]  # type: ignore[arg-type]


def test_a_heading_and_each_paragraph_stand_alone() -> None:
    assert texts("The talks\nThey met. They left.\n\nNothing more") == ["The talks", "They met.", "They left.", "Nothing more"]


def test_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The delegation that had come to the city by train\nspent three days there and left without any sort\nof agreement. Nobody spoke."
    )
    assert len(texts(text)) == 2


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('It will be done "by 3 May." They left.', ['It will be done "by 3 May."', "They left."]),
        ("He said ``it closed on 3 May.'' They left.", ["He said ``it closed on 3 May.''", "They left."]),
        ("(It closed on 3 May.) They left.", ["(It closed on 3 May.)", "They left."]),
    ],
)
def test_a_full_stop_in_quotes_ends_a_sentence(text: str, sentences: list[str]) -> None:
    assert texts(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Talks began in May.| Banks closed in June.",
        "The mill burned on 3 May.| Ida Moe left the town.",
        "He resigned in May.| Orrin Ltd named a new chairman.",
        "The appeal failed on 12 May.| Judge Helen Okafor gave no reasons.",
        "The comet was seen in May.| Two observatories confirmed it.",
        'The strike ended in May.| "We won nothing," the union said.',
        "Sund beat Marn on 9 May.| Kari Moe scored twice.",
        "The party was led by Theresa May.| Voters left it.",
        "The ferry sank in May.| 4,000 people signed a petition.",
        "THE PORT CLOSED IN MAY.| RAIN FOLLOWED.",
        "The line opened in May.| Østby got a station.",
        "The queen fell ill.| Doctors came from Lindow.",
        "The mine sold its ore.| Prices fell in May 2019.",
        "The vote on Tuesday was no.| Kardia left the league.",
        "He left her his works of art.| Orrin sold them in 1911.",
        "It fell in Mar. 2020 and on 3 Sept. Moe left.",
        "See no. 3 of the list, art. 4 and Jan. 5.",
    ],
)
def test_a_whole_word_ends_a_sentence(text: str) -> None:
    assert texts(text.replace("|", "")) == [part.strip() for part in text.split("|")]


def test_no_boundary_inside_a_veto() -> None:
    text = "It was built ca. 1850. It fell."
    at = text.index("ca. 1850")
    assert texts(text, veto=[(at, at + 8)]) == ["It was built ca. 1850.", "It fell."]
    assert texts("One. Two. Three.", veto=[(0, 6)]) == ["One. Two.", "Three."]


def test_start_leaves_out_what_stands_before() -> None:
    assert split("title: x\nBody here.", 9) == [(9, 19)]


def test_a_long_paragraph_is_split_in_linear_time() -> None:
    assert len(split("They met on the hill again. " * 40_000)) == 40_000


@given(
    st.text(st.characters(exclude_categories=[]), max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=4)
)
def test_any_text_is_covered_in_order(text: str, veto: list[tuple[int, int]]) -> None:
    spans = split(text, veto=[(a, b) for a, b in veto if a < b])
    assert all(a < b for a, b in spans) and all(x[1] <= y[0] for x, y in pairwise(spans))
    left = "".join(text[a:b] for a, b in zip([0, *(s[1] for s in spans)], [*(s[0] for s in spans), len(text)], strict=True))
    assert not left.strip()
    assert not any(a < end < b for a, b in veto for _, end in spans if any(s == end for s, _ in spans))

"""Clauses: where a sentence is cut, and whose subject is whose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events.clauses import Parse
from core.events.tokens import tokenize

CUTS = {
    "Ida Moe said that the mill would close.": ["main: Ida Moe said", "reported: that the mill would close."],
    "Ida Moe said the mill would close.": ["main: Ida Moe said", "reported: the mill would close."],
    "Before the fair opened, police searched the hall.": ["main: , police searched the hall.", "adverbial: Before the fair opened"],
    "After the war he moved to Lima.": ["main: After the war he moved to Lima."],
    "The firm closed its mill and sold the land.": ["main: The firm closed its mill", "coordinate: and sold the land."],
    "Rebels entered and looted the town.": ["main: Rebels entered and looted the town."],
    "The deal reached in Lima collapsed.": ["main: The deal collapsed.", "reduced: reached in Lima"],
    "The firm bought a mill built in Lima.": ["main: The firm bought a mill", "reduced: built in Lima."],
    "The judge, who was ill, adjourned the trial.": ["main: The judge , adjourned the trial.", "relative: , who was ill"],
    "A bomb went off, killing three people.": ["main: A bomb went off", "participial: , killing three people."],
    "The road is closed, police said.": ["reported: The road is closed", "main: , police said."],
    "The king died; his son fled.": ["main: The king died", "main: ; his son fled."],
    "She joined the firm, became its head and left.": [
        "main: She joined the firm",
        "coordinate: , became its head",
        "coordinate: and left.",
    ],
    "The firm rebuilt the mill, and its owner, Ida Moe, was elected mayor.": [
        "main: The firm rebuilt the mill ,",
        "main: and its owner , Ida Moe , was elected mayor.",
    ],
    "Ida Moe said the men, aged 34 and 41, would appear.": [
        "main: Ida Moe said",
        "reported: the men , aged 34 and 41 , would appear.",
    ],
    "Farms, which grow rice, have been sold.": ["main: Farms , have been sold.", "relative: which grow rice"],
    "He died of blood poisoning.": ["main: He died of blood poisoning."],
}
SUBJECTS = {
    "In Lima the mayor resigned.": "the mayor",
    "Ida Moe, the mayor, resigned.": "Ida Moe , the mayor ,",
    "Also she resigned.": "she",
    "Speaking in Lima, the mayor resigned.": "the mayor",
}


def cut(text: str) -> list[str]:
    parse = Parse(text, 0, len(text), [])
    shown = []
    for clause in parse.clauses:
        words = " ".join(parse.tokens[k].text for k in clause.tokens).replace(" .", ".")
        shown.append(f"{clause.role}: {words}")
    return shown


@pytest.mark.parametrize(("text", "clauses"), CUTS.items())
def test_cuts(text: str, clauses: list[str]) -> None:
    assert [c.replace(", ,", ",") for c in cut(text)] == [c.replace("relative: , who", "relative: who") for c in clauses]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS.items())
def test_subjects(text: str, subject: str) -> None:
    parse = Parse(text, 0, len(text), [])
    clause = parse.clauses[0]
    assert clause.subject is not None
    assert parse.words(clause.subject) == subject


@given(st.text(alphabet=st.sampled_from("ab that said and, which after.;()\"'-—:killed he to 3"), max_size=120))
def test_every_token_is_in_one_clause(text: str) -> None:
    parse = Parse(text, 0, len(text), [])
    held = sorted(k for c in parse.clauses for k in c.tokens)
    assert held == list(range(len(parse.tokens)))


@given(st.text(max_size=120))
def test_tokens_are_verbatim(text: str) -> None:
    assert all(text[t.start : t.end] == t.text for t in tokenize(text, 0, len(text), []))

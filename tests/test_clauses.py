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
    # a subject with a relative clause before the verb
    "Ida Moe said the storms that hit Lima are over.": [
        "main: Ida Moe said",
        "reported: the storms are over.",
        "relative: that hit Lima",
    ],
    "The deal that ended the strike runs until June.": ["main: The deal runs until June.", "relative: that ended the strike"],
    "Orrin, a maker of toys whose stock peaked at $65 a share, closed.": [
        "main: Orrin , a maker of toys , closed.",
        "relative: whose stock peaked at $ 65 a share",
    ],
    # dashes of the wire, quotations that end in a comma, an inverted question
    "The League plans to show a film _ made in Lima _ about the war.": [
        "main: The League plans to show a film _ about the war.",
        "reduced: _ made in Lima",
    ],
    "Orrin closed it for breaking ``our own clear policies,'' Ida Moe said.": [
        "reported: Orrin closed it for breaking ``our own clear policies,''",
        "main: Ida Moe said.",
    ],
    '"Is it safe?" he asked.': ['reported: " Is it safe', 'main: ? " he asked.'],
    # what was decided is no attribution, what goes before a new subject is a clause of its own
    "Moe was angry, and after a short campaign, Lund decided to leave.": [
        "main: Moe was angry ,",
        "main: and after a short campaign , Lund decided to leave.",
    ],
    "A junta took power, thereafter known as the crisis.": ["main: A junta took power", "reduced: , thereafter known as the crisis."],
    "The military planning of Peru was built on trust.": ["main: The military planning of Peru was built on trust."],
    "The men are talking about possibly buying the mill.": ["main: The men are talking about possibly buying the mill."],
    "He died of blood poisoning.": ["main: He died of blood poisoning."],
}
SUBJECTS = {
    "In Lima the mayor resigned.": "the mayor",
    "Ida Moe, the mayor, resigned.": "Ida Moe , the mayor ,",
    "Also she resigned.": "she",
    "Speaking in Lima, the mayor resigned.": "the mayor",
    "So its managers left.": "its managers",
    "There with a friend, Ida Moe, who had fled, he founded the body.": "he",
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

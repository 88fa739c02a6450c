"""Gathering against the gold answers in tests/gather, whole documents through the whole way: what was reached is not lost again."""

from dataclasses import replace
from typing import Any

import pytest

from core.chronology import gather
from core.model import Document
from core.pipeline import extract
from core.when import When
from scripts.gathering import answered, compared, sets

SETS = {name: (gold, folder) for name, gold, folder in sets()}
FLOORS = {"the seeds": 91.5, "truce": 95.0, "bridge": 95.0, "takeover": 95.0, "crown": 94.0, "outbreak": 70.5}
LOST = {"the seeds": ["withdrawal-agreed: date"]}
"""Conflicts that are not marked yet: two plans, each told by a sentence that does not say what is planned."""


@pytest.mark.parametrize("name", SETS)
def test_gathering_stays_as_good_as_it_was(name: str) -> None:
    answer = answered(*SETS[name])
    assert answer.figures()["F1"] >= FLOORS[name], f"missed {answer.gold - answer.joined}, joined {answer.joined - answer.gold}"
    assert not answer.together
    assert answer.lost == LOST.get(name, []) and not answer.wrong


def test_the_scorer_tells_right_from_wrong() -> None:
    texts = {
        "a": "The ferry Marle sank on 3 May 2019 off Lorn. Its captain was arrested in June 2019.",
        "b": "On 4 May 2019 the ferry Marle sank off Lorn. In June 2019 its captain was arrested.",
    }
    documents = [Document(id, text, When("2019-07-01")) for id, text in texts.items()]
    events = [event for document in documents for event in extract(document)]

    def mention(document: str, quote: str) -> dict[str, Any]:
        start = texts[document].index(quote)
        return {"id": f"{document}:{quote}", "document": document, "start": start, "end": start + len(quote), "label": ""}

    days, month = [mention("a", "3 May 2019"), mention("b", "4 May 2019")], [mention(name, "June 2019") for name in texts]
    conflict = {"on": "date", "versions": [{"value": str(m["id"]), "mentions": [m["id"]]} for m in days]}
    answer: dict[str, Any] = {
        "groups": [{"id": "sinking", "mentions": days, "conflicts": [conflict]}, {"id": "arrest", "mentions": month}],
        "apart": [{"mentions": ["a:3 May 2019", "b:June 2019"], "why": "another thing"}],
    }
    right = compared(answer, events, gather(events))
    assert (right.figures()["F1"], right.lost, right.wrong, right.missing) == (100.0, [], [], [])
    alone = compared(answer, events, [happening for event in events for happening in gather([event])])
    assert (alone.figures()["F1"], alone.lost, alone.wrong) == (0.0, ["sinking: date"], [])
    blob = replace(gather(events)[0], events=tuple(event.id for event in events))
    together = compared(answer, events, [blob])
    assert together.figures()["precision"] == 50.0 and together.together == {frozenset(answer["apart"][0]["mentions"])}

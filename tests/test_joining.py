"""Joining: which two sentences of a document tell of one happening, and which do not."""

import pytest

from core.model import Document
from core.pipeline import extract
from core.when import When

APART = [
    # whom it is done to, and who does it
    "The court fined Orrin Ltd in 2021. The court fined Kestrel Ltd in 2021.",
    "Ida Moe was born in Lindow in 1920. Karl Oro was born in Lindow in 1920.",
    "Norway expelled two envoys on 3 May 2019. Denmark expelled two envoys on 3 May 2019.",
    "The town council elected Ida Moe in 2019. The county council elected Karl Oro in 2019.",
    "Orrin Ltd bought Kestrel Ltd in 2019. Orrin Ltd bought Lapwing Ltd in 2019.",
    "The mine at Lorn was sold by Ida Moe in 2019. The mine at Lorn was sold by Karl Oro in 2019.",
    # what
    "Ida Moe won silver in Lima in 2019. Ida Moe won gold in Lima in 2019.",
    "Rebels shot dead a teacher in Lindow on 3 May 2019. Rebels shot dead a nurse in Lindow on 3 May 2019.",
    "The first mill opened in Lindow in 1921. The second mill opened in Lindow in 1921.",
    "The northern bridge over the Lorn collapsed in May 2019. The southern bridge over the Lorn collapsed in May 2019.",
    "Orrin Ltd bought two ships from the state in 2019. Orrin Ltd bought five ships from the state in 2019.",
    # how much of it
    "Peru and Chad held talks in Lima from 9 to 10 May 2019. The talks of Peru and Chad in Lima began on 9 May 2019.",
    "The talks of Peru and Chad in Lima began in May 2019. The talks of Peru and Chad in Lima ended in May 2019.",
    # where
    "A bomb killed two people in Lima on 3 May 2019. A bomb killed five people in Porto on 3 May 2019.",
    "Three ships sank off Lima in May 2019. Five ships sank off Porto in May 2019.",
    # not
    "Karl Oro pleaded guilty to fraud on 3 May 2019. Karl Oro's firm pleaded not guilty to fraud on 3 May 2019.",
]
TOGETHER = [
    "Rebels attacked the mine at Lorn on 3 May 2019. The attack of the rebels on the mine at Lorn began at 6 am on 3 May 2019.",
    "A bomb killed five people in Lima on 3 May 2019. The bomb in Lima on 3 May 2019 killed six people.",
    "Ida Moe was born in Lindow in 1920. Moe was born on 3 May 1920, the daughter of a cook.",
    "The court in Lindow jailed Karl Oro on 3 May 2019. Oro was jailed on 3 May 2019 for six years.",
    "Peru ratified the treaty in 2019. The treaty was ratified by Peru in May 2019.",
    "Orrin Ltd bought Kestrel Ltd in 2019. Orrin bought the shipping firm Kestrel in May 2019 for 3 million dollars.",
    "Chad issued a nationwide warrant for Karl Oro on 3 May 2019. The Chadian warrant issued on 3 May 2019 calls Oro a thief.",
    "A bomb killed two men at the mill in Lima on 3 May 2019. The bomb at the mill on 3 May 2019 killed two brothers.",
]


def count(text: str) -> int:
    return len(extract(Document("a", text, published=When("2024-03-13"))))


@pytest.mark.parametrize("text", APART)
def test_what_both_say_must_agree(text: str) -> None:
    assert count(text) == 2


@pytest.mark.parametrize("text", TOGETHER)
def test_what_is_told_twice_is_one(text: str) -> None:
    assert count(text) == 1

"""How many independent sources tell of a happening: a sentence that two documents share nearly word for word was written once."""

from collections.abc import Sequence
from typing import Protocol

ALIKE = 90
"""From which ratio of rapidfuzz on (0 to 100) two sentences are one text, in part edited."""
LONG = 40
"""Shorter sentences may be alike by chance, in characters."""
COMPARED = 200
"""With so many texts at most a further one is compared."""


class Told(Protocol):
    """What is looked at of a telling: its document, and the sentence that tells of the happening."""

    @property
    def document(self) -> str: ...

    @property
    def excerpt(self) -> str: ...


def sources(tellings: Sequence[Told]) -> int:
    """The number of documents, those counted once that tell it in the same words.

    Source of the measure: the normalised indel similarity of rapidfuzz (`fuzz.ratio`).
    """
    from rapidfuzz import fuzz, process, utils

    texts: list[str] = []
    known: dict[str, int] = {}
    for each in tellings:
        text = utils.default_process(each.excerpt)
        if each.document in known:
            continue
        match = process.extractOne(text, texts[:COMPARED], scorer=fuzz.ratio, score_cutoff=ALIKE) if len(text) >= LONG else None
        known[each.document] = match[2] if match else len(texts)
        if match is None:
            texts.append(text)
    return len(set(known.values()))

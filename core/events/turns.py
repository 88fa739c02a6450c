"""Who has the floor in a transcript or a chat: "IDA MOE: I left in May.", "Q: When was that?", "[3 May 2019, 14:02] Rolf: It broke."."""

import re

from core.actors import Cast
from core.actors.lexicon import english
from core.model import Actor

TURN = re.compile(r"^[ \t>*_-]*(?:\[[^\]\n]{1,40}\][ \t]*)?(?P<who>[^\W\d_][^:\n\d]{0,80}):[*_]*[ \t]+(?=\S)", re.MULTILINE)
ASKING = frozenset("q a question answer interviewer moderator reporter journalist chair operator".split())
"""What a transcript calls those who ask and those who answer."""
IN_BRACKETS = re.compile(r"\([^)]*\)")
AT_LEAST = 2
"""So many turns make a transcript: a single "Name: ..." is a heading."""


class Turns:
    """The turns of one document, by the offsets of their lines."""

    def __init__(self, cast: Cast, text: str) -> None:
        self.text = text
        found = {m.start(): (m.end(), _speaker(cast, m)) for m in TURN.finditer(text) if _takes_the_floor(cast, m)}
        self._of = found if len(found) >= AT_LEAST else {}

    def at(self, start: int) -> tuple[int, Actor | None]:
        """Where the sentence that begins at `start` begins behind the name of its speaker, and who that is, if he is named."""
        turn = self._of.get(self.text.rfind("\n", 0, start) + 1) if self._of else None
        return (start, None) if turn is None else (max(start, turn[0]), turn[1])


def _takes_the_floor(cast: Cast, turn: re.Match[str]) -> bool:
    who = turn["who"].strip()
    if who.lower() in ASKING or (who.isupper() and len(who) > 1):
        return True
    rest = turn["who"]
    for span, _ in cast.within(*turn.span("who")):
        rest = rest.replace(span.text, " ")
    outside = [w.strip(".").lower() for w in IN_BRACKETS.sub(" ", rest).split()]
    named = rest != turn["who"]
    return named and all(w in english.TITLES or w in english.TITLE_PARTS or w in english.FUNCTION for w in outside)


def _speaker(cast: Cast, turn: re.Match[str]) -> Actor | None:
    """The person named before the colon, also in brackets behind his office."""
    named = [a for _, a in cast.within(*turn.span("who")) if a.kind in ("person", "unknown")]
    return next((a for a in named if a.kind == "person"), named[0] if named else None)

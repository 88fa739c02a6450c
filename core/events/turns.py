"""Who has the floor in a transcript or a chat: "IDA MOE: I left in May.", "Q: When was that?", "[3 May 2019, 14:02] Rolf: It broke."."""

import re

from core.actors import Cast
from core.model import Actor

TURN = re.compile(r"^[ \t>*_-]*(?:\[[^\]\n]{1,40}\][ \t]*)?(?P<who>[^\W\d_][^:\n\d]{0,40}):[*_]*[ \t]+(?=\S)", re.MULTILINE)
ASKING = frozenset("q a question answer interviewer moderator reporter journalist chair operator".split())
"""What a transcript calls those who ask and those who answer."""
AT_LEAST = 2
"""So many turns make a transcript: a single "Name: ..." is a heading."""


class Turns:
    """The turns of one document, by the offsets of their lines."""

    def __init__(self, cast: Cast, text: str) -> None:
        self.text = text
        found = [m for m in TURN.finditer(text) if _takes_the_floor(cast, m)]
        self._of = {m.start(): m for m in found} if len(found) >= AT_LEAST else {}
        self.cast = cast

    def at(self, start: int) -> tuple[int, Actor | None]:
        """Where the sentence that begins at `start` begins behind the name of its speaker, and who that is, if he is named."""
        turn = self._of.get(self.text.rfind("\n", 0, start) + 1) if self._of else None
        if turn is None:
            return start, None
        named = [a for s, a in self.cast.within(*turn.span("who")) if a.kind in ("person", "unknown") and s.start == turn.start("who")]
        return max(start, turn.end()), named[0] if named else None


def _takes_the_floor(cast: Cast, turn: re.Match[str]) -> bool:
    who = turn["who"].strip()
    if who.lower() in ASKING or (who.isupper() and len(who) > 1):
        return True
    return any((s.start, s.end) == turn.span("who") for s, _ in cast.within(*turn.span("who")))

"""The years in brackets after a person's name: "Ada Moe (1820-1891)" is a birth and a death."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.actors import Cast
from core.events.clauses import Parse
from core.model import Actor, Timex
from core.when import DAY, When

SHORTEST, LONGEST = 10 * 365 * DAY, 115 * 366 * DAY
"""How long a life is, so that a reign or a term of office is none."""
RULERS = frozenset(
    "king queen emperor empress pope sultan tsar czar shah pharaoh caliph president prime minister chancellor"
    " reign reigns rule under".split()
)
"""Words before a name, or in it, with which the brackets may as well hold a reign."""
REGNAL = re.compile(r" [IVX]+$")


@dataclass(frozen=True, slots=True)
class Life:
    """A birth or a death: who, when, the expression that dates it, the word for it, and the token of the whole expression."""

    actor: Actor
    when: When
    timex: Timex
    word: str
    token: int


def lives(parse: Parse, placed: Mapping[int, Timex], cast: Cast) -> Iterator[Life]:
    """The births and deaths that a sentence gives in brackets after a name."""
    for token, timex in placed.items():
        if not (parse.low(token - 1) == "(" and parse.low(token + 1) in (")", ";") and len(timex.ends) == 2):
            continue
        bracket = parse.tokens[token - 1].start
        named = [(s, a) for s, a in cast.within(max(0, bracket - 60), bracket) if s.end == bracket - 1]
        if not named or named[0][1].kind not in ("person", "unknown") or " " not in named[0][0].text:
            continue
        before = parse.text[max(0, named[0][0].start - 24) : named[0][0].start].lower().split()
        birth, death = timex.ends
        if birth.when and death.when and birth.when.start is not None and death.when.end is not None:
            lasted = death.when.end - birth.when.start
            words = {*before[-2:], *named[0][0].text.lower().split()}
            if SHORTEST < lasted < LONGEST and not (RULERS & words or REGNAL.search(named[0][0].text)):
                yield Life(named[0][1], birth.when, birth, "born", token)
                yield Life(named[0][1], death.when, death, "died", token)

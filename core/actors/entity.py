"""An actor in the making, and how two of them become one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.actors.lexicon import english
from core.actors.recognise import Mention
from core.model import ActorKind

SUFFIX = re.compile(r"(?:,? (?:" + "|".join(re.escape(w) for w in sorted(english.COMPANY_SUFFIXES)) + r"))+$", re.IGNORECASE)
MOST_NAMESAKES = 40
"""So many names are compared with one another at most, whatever a text makes up."""


@dataclass(slots=True)
class Entity:
    """An actor in the making."""

    name: str
    kind: ActorKind
    mentions: list[Mention] = field(default_factory=list)
    fixed: bool = False
    """Named by the lexicon or the aliases: never renamed, joined only to its like."""

    @property
    def first(self) -> int:
        return self.mentions[0].start


def join(entities: list[Entity], pairs: Iterable[tuple[Entity, Entity]]) -> list[Entity]:
    """The entities with each left one of the pairs taken into the right one."""
    into: dict[int, Entity] = {}
    for part, whole in pairs:
        while id(whole) in into:
            whole = into[id(whole)]
        if part is whole or id(part) in into:
            continue
        into[id(part)] = whole
        whole.mentions += part.mentions
        if whole.kind == "unknown":
            whole.kind = part.kind
    return [e for e in entities if id(e) not in into]

"""Document -> actors: who is named in a text, under one canonical name each, and who takes part in what.

recognise   a text's capitalised runs -> mentions (`cut` takes a run apart)
canonicalise    mentions -> one actor an entity (`entity`; `persons` has what joins the names of people)
represent   who speaks for whom
cast        who takes part in a clause, and as what
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from core.actors.canonicalise import canonicalise
from core.actors.capitals import acting
from core.actors.cast import Cast
from core.actors.lexicon import Known, bodies
from core.actors.recognise import Mention, datelines, mentions
from core.actors.represent import behind
from core.aliases import Aliases, shipped
from core.model import Actor, ActorKind, Document, Timex

__all__ = ["Cast", "actors"]

Recogniser = Callable[[str], Iterable[tuple[int, int, ActorKind]]]
"""Finds names in a text: half-open offsets and the kind of each."""


def actors(
    document: Document,
    sentences: Sequence[tuple[int, int]],
    timexes: Sequence[Timex] = (),
    aliases: Aliases | None = None,
    ner: Recogniser | None = None,
) -> list[Actor]:
    """The people, organisations, countries and places that a document names, each once, in the order of their first mentions.

    `sentences` are half-open offsets; names inside `timexes` are none. `aliases` wins over everything (the shipped ones by default); `ner`
    adds the names that it finds where the rules find none.

    >>> text = "Ghana's president, Ama Owusu, met Orrin Ltd in Accra. Owusu said little."
    >>> [(actor.name, actor.kind, len(actor.mentions)) for actor in actors(Document("a", text), [(0, 53), (54, 72)])]
    [('Ghana', 'country', 1), ('Ama Owusu', 'person', 2), ('Orrin Ltd', 'organisation', 1), ('Accra', 'place', 1)]
    """
    aliases = shipped() if aliases is None else aliases
    text = document.text
    found = mentions(document, sentences)
    if ner:
        found = _laid_over(found, [Mention(a, b, text[a:b], kind) for a, b, kind in ner(text) if a >= document.body], only_gaps=True)
    found = _laid_over(found, _listed(text, document.body, bodies()))
    found = _laid_over(found, _listed(text, document.body, aliases))
    found = _outside(found, sorted([*((t.span.start, t.span.end) for t in timexes), *datelines(document)]))
    found = acting(text, found, timexes)
    cast = canonicalise(document, found, aliases)
    named = {span.start: actor.name for actor in cast for span in actor.mentions}
    represented = behind(text, [m for m in found if m.start in named], named)
    return [replace(actor, represents=tuple(represented[actor.name])) if actor.name in represented else actor for actor in cast]


def _listed(text: str, body: int, aliases: Aliases) -> list[Mention]:
    return [
        Mention(start, end, text[start:end], alias.kind, Known(alias.name, alias.kind))
        for start, end, alias in aliases.found_in(text, body)
    ]


def _laid_over(found: Sequence[Mention], above: Sequence[Mention], *, only_gaps: bool = False) -> list[Mention]:
    """The mentions with others laid over them: these win, save inside a longer name ("Biden" in "Hunter Biden") or for `only_gaps`."""
    kept: list[Mention] = []
    under = iter(found)
    old = next(under, None)
    for new in sorted(above, key=lambda m: m.start):
        while old and old.end <= new.start:
            kept.append(old)
            old = next(under, None)
        if kept and kept[-1].end > new.start:
            continue
        if old and old.start < new.end and (only_gaps or old.start < new.start or old.end > new.end):
            continue
        while old and old.start < new.end:
            new = new._replace(titled=new.titled or old.titled, slip=new.slip or old.slip, of=new.of or old.of)
            old = next(under, None)
        kept.append(new)
    return kept + ([old] if old else []) + list(under)


def _outside(found: Sequence[Mention], stretches: Sequence[tuple[int, int]]) -> list[Mention]:
    """The mentions that none of the stretches overlaps."""
    kept = []
    edges = iter(stretches)
    edge = next(edges, None)
    for mention in found:
        while edge and edge[1] <= mention.start:
            edge = next(edges, None)
        if not edge or mention.end <= edge[0]:
            kept.append(mention)
    return kept

"""Time expressions, dates and actors -> the events of one document."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from core.actors import Cast
from core.dateline import own
from core.events.attach import drafts, fineness
from core.events.clauses import Parse
from core.events.draft import Draft
from core.events.extent import extent
from core.events.fitting import shortened
from core.events.joining import Tellings, Told, kind_of, told
from core.events.labels import label
from core.events.lives import Life, lives
from core.events.measured import measured
from core.events.people import People
from core.events.phrases import SPEAKING, is_happening
from core.events.quoting import FARTHEST, speakers
from core.events.status import status
from core.events.tokens import ADVERBS, CLOSED, PRONOUNS
from core.events.turns import Turns
from core.model import Actor, Document, Event, Span, Timex
from core.resolve.passage import REACH, quoted
from core.when import DAY, When

DATELINE = re.compile(
    r"[A-Z]{3,}(?:[ -][A-Z]{2,})*(?:, [A-Z][a-z]+)?:\s"
    r"|[^\W\da-z][^a-z\n(]{2,40}(?:[A-Z][a-z]+ )?(?:\([^()\n]{2,40}\))?[^\n]{0,20}?(?:\s[-–—]{1,2}|[\s)]_)\s"
)
"""What a wire story begins with: the place in capitals, the agency, the day, a dash."""
CLOSING = re.compile(r"[*_]{1,3}\s+")
"""What is left at the head of a sentence after a heading in bold print ("**3 May.** The company ...")."""
AFTER_DATELINE = re.compile(r"[.,)]?(?:\s*\([^()\n]{2,40}\))?\s*(?:[:.)\]–—-]+\s+|(?:[^\W\da-z]\w+ ){1,3}--?\s+)+")
"""What stands between the date of a dateline and the story."""
STAMP = re.compile(r"[ \t>*-]*\[[^\]\n]{4,40}\]")
"""What may stand before a line of a chat: "[3 May 2019, 14:02] Rolf: ..."."""
DATING = frozenset("dat log plac put record tim".split())
"""Roots of the verbs that only say when something was: "the log puts this at 14:14"."""
RECENT = 200
"""How far back, in events, "two days after the attack" may reach for its attack."""
SCRAP = 4
"""Of so many words at most is what goes before an entry ("At sea.", "Wind from the south.")."""
LONGEST_SENTENCE = 4000
"""What is longer is no sentence (a table, a list); it is read in its first so many characters only."""


def events(document: Document, timexes: Sequence[Timex], actors: Sequence[Actor], sentences: Sequence[tuple[int, int]]) -> list[Event]:
    """The events that a document tells, in the order of their deciding expressions.

    `timexes` are its resolved expressions and `sentences` half-open offsets, both in order. A clause with a time that can be placed on a
    calendar makes an event; later mentions of the same happening join it. Durations, sets and the document's own date make none.

    >>> from core.pipeline import extract
    >>> document = Document("a", "Ida Moe said on 3 May 2019 that the mill would close in June 2020.")
    >>> [(e.when.edtf, e.label, e.status) for e in extract(document)]
    [('2019-05-03', 'Ida Moe said that the mill would close', 'happened'), ('2020-06', 'The mill would close', 'planned')]
    """
    writer = Writer(document, timexes, actors, sentences)
    found = writer.write()
    return sorted(found, key=lambda e: (e.deciding.span.start, e.id))


class Writer:
    """Writes the events of one document, sentence by sentence."""

    def __init__(self, document: Document, timexes: Sequence[Timex], actors: Sequence[Actor], sentences: Sequence[tuple[int, int]]) -> None:
        self.document = document
        self.sentences = sentences
        self.cast = Cast(document, actors)
        self.people = People(self.cast, document.text, sentences, [t.span.start for t in timexes if t.when is not None])
        self.timexes = timexes
        self.own = {c.start for _, c in own(document, [_Unresolved(t) for t in timexes])}
        self.turns = Turns(self.cast, document.text)
        self.told: list[Told] = []
        self.heading: tuple[Timex, Span] | None = None

    def write(self) -> list[Event]:
        """All events, joined where two passages tell of one happening."""
        starts = [t.span.start for t in self.timexes]
        for index, (start, end) in enumerate(self.sentences):
            inside = self.timexes[bisect_left(starts, start) : bisect_left(starts, end)]
            if inside or self.heading is not None:
                self._sentence(index, start, min(end, start + LONGEST_SENTENCE), inside)
        tellings = Tellings()
        for one in self.told:
            tellings.add(one)
        return [one.whole() for one in tellings.kept]

    def _sentence(self, index: int, start: int, end: int, inside: Sequence[Timex]) -> None:
        inside = [measured(t, self.told[-RECENT:]) or t for t in inside if t.span.end <= end]
        placed = [t for t in inside if t.when is not None and t.type != "SET" and t.span.start not in self.own]
        heading = self._heading(start, end, inside, placed)
        if heading:
            return
        waiting = self.heading or self._stamp(start, end, placed)
        if not placed and waiting is None:
            return
        self.heading = None
        turn, floor = self.turns.at(start)
        start = max(self._past_dateline(start, end, inside), turn)
        inside = [t for t in inside if t.span.start >= start]
        parse = Parse(self.document.text, start, end, [(t.span.start, t.span.end) for t in inside])
        if waiting is not None and not placed and self._hangs(index, parse):
            self.heading = (waiting[0], self.document.span(waiting[1].start, end))
            return
        self.people.topics.note(index, parse)
        at = {token.start: k for k, token in enumerate(parse.tokens) if token.kind == "time"}
        parse.lengths = {at[t.span.start] for t in inside if t.type in ("DURATION", "SET")}
        by_token = {at[t.span.start]: t for t in placed if t.span.start >= start}
        for life in lives(parse, dict(by_token), self.cast):
            by_token.pop(life.token, None)
            self.told.append(self._life(index, life))
        for draft in drafts(parse, by_token, waiting[0] if waiting else None):
            event = self._event(index, draft, by_token, waiting, floor)
            if event is None:
                continue
            if self.told and _restates(draft) and _beside(self.told[-1].event.when, event.when):
                self._restate(event)
                continue
            self.told.append(told(event, draft, self.people.named_in(draft) | {a.name for a in event.actors}, self.cast.within))

    def _life(self, index: int, life: Life) -> Told:
        """A birth or a death that stands in brackets."""
        excerpt, verb = self.document.span(*self.sentences[index]), "was born" if life.word == "born" else "died"
        event = Event(
            id=f"{self.document.id}:{life.timex.span.start}-{life.timex.span.end}",
            when=life.when,
            label=shortened(f"{life.actor.name} {verb}"),
            excerpt=excerpt,
            timexes=(life.timex,),
            mentions=(excerpt,),
            actors=(replace(life.actor, role="agent", mentions=()),),
            published=self.document.published,
            published_source=self.document.published_source,
        )
        return Told(event, False, frozenset({kind_of(life.word)}), frozenset({life.actor.name}), {life.actor.name})

    def _past_dateline(self, start: int, end: int, inside: Sequence[Timex]) -> int:
        """Where a sentence begins behind the place and date of its dispatch, or behind the marks that close a heading's emphasis."""
        text = self.document.text
        if marks := CLOSING.match(text, start, end):
            return marks.end()
        if prefix := DATELINE.match(text, start, end):
            return prefix.end()
        for t in inside:
            if t.span.start in self.own and t.span.start < start + 60 and (lead := AFTER_DATELINE.match(text, t.span.end, end)):
                return lead.end()
        return start

    def _heading(self, start: int, end: int, inside: Sequence[Timex], placed: Sequence[Timex]) -> bool:
        """Keeps a date that stands alone ("**April 14.**") for the sentence after it."""
        if len(placed) != 1 or len(inside) != 1:
            return False
        span = placed[0].span
        rest = self.document.text[start : span.start] + self.document.text[span.end : end]
        if any(c.isalnum() for c in rest):
            return False
        self.heading = (placed[0], self.document.span(start, end))
        return True

    def _hangs(self, index: int, parse: Parse) -> bool:
        """Whether a sentence is only a word or two before what an entry tells ("**30 November.** Wind. Moe read us a letter.")."""
        last = self.sentences[index + 1 : index + 2]
        goes_on = bool(last) and "\n" not in self.document.text[self.sentences[index][1] : last[0][0]]
        words = [t for t in parse.tokens if t.kind == "word"]
        return goes_on and not parse.verbs and len(words) <= SCRAP and not any(is_happening(t) for t in words)

    def _stamp(self, start: int, end: int, placed: Sequence[Timex]) -> tuple[Timex, Span] | None:
        """The date in square brackets before a line of a chat or a log."""
        stamp = STAMP.match(self.document.text, start, end)
        inside = [t for t in placed if stamp is not None and t.span.end <= stamp.end()]
        return None if stamp is None or not inside or len(inside) < len(placed) else (inside[0], self.document.span(start, stamp.end()))

    def _event(
        self, index: int, draft: Draft, placed: dict[int, Timex], waiting: tuple[Timex, Span] | None, floor: Actor | None
    ) -> Event | None:
        """The event of a draft; `floor` is who has the floor in a transcript."""
        times = [placed[k] for k in draft.times]
        excerpt = self.document.span(*self.sentences[index])
        if draft.heading is not None and waiting is not None:
            excerpt = self.document.span(waiting[1].start, excerpt.end)
            times = sorted([*times, draft.heading], key=lambda t: -fineness(t.when))
        deciding = times[0]
        asked = excerpt.text.endswith("?") and (draft.clause.role == "main" or 0 in draft.clause.tokens)
        if deciding.when is None or asked or _asks(draft) or not _tells(draft):
            return None
        speaker, said = self._speaker(index, draft, placed)
        floor = floor or (self._quoted(index, draft, deciding) if speaker is None else None)
        speaker = speaker or (floor.name if floor is not None else None)
        names, doers = self.people.spoken_of(index, draft, self.cast.named(speaker))
        kind, cue = status(draft, deciding.when, self.document.published)
        headed = draft.heading is not None or _heads(draft)
        people, places = self.people.taking_part(index, draft, doers, headed=headed)
        when, lasting = extent(draft, deciding, kind)
        return Event(
            id=f"{self.document.id}:{deciding.span.start}-{deciding.span.end}",
            when=when,
            label=label(draft, names, self.cast.names_at),
            excerpt=excerpt,
            timexes=tuple(times),
            mentions=(excerpt,),
            extent=lasting,
            actors=people,
            places=places,
            status=kind,
            status_cue=cue,
            speaker=speaker,
            said=said,
            published=self.document.published,
            published_source=self.document.published_source,
            page=self.document.page(excerpt.start),
        )

    def _speaker(self, index: int, draft: Draft, placed: dict[int, Timex]) -> tuple[str | None, When | None]:
        """Who reports what a draft tells, and when he said so."""
        said_in = draft.clause.sharer or draft.clause
        while said_in.role != "reported" and said_in.parent is not None:
            said_in = said_in.parent
        above = said_in.parent if said_in.role == "reported" else None
        while above is not None and not (above.verb is not None and above.verb.head in SPEAKING):
            above = above.parent
        if above is None:
            return self._according(index, draft), None
        said = next((placed[k].when for k in above.tokens if k in placed), None)
        if not above.subject:
            return None, said
        return self._speaking(index, draft.parse, above.subject), said

    def _quoted(self, index: int, draft: Draft, deciding: Timex) -> Actor | None:
        """Whose quotation an expression stands in: his who is named in its sentence, or in one shortly before in the paragraph."""
        text, at = self.document.text, deciding.span.start
        if not quoted(text, at):
            return None
        paragraph = text.rfind("\n\n", max(0, at - REACH), at)
        for each in range(index, max(-1, index - FARTHEST), -1):
            start, end = self.sentences[each]
            if end <= paragraph:
                break
            parse = draft.parse if each == index else Parse(text, start, end, [])
            for subject in speakers(parse):
                return self.cast.named(self._speaking(each, parse, subject))
        return None

    def _according(self, index: int, draft: Draft) -> str | None:
        """To whom something is ascribed: "According to the ministry, a plane crashed"."""
        parse = draft.parse
        first = next((k + 2 for k in draft.clause.tokens if parse.low(k) == "according" and parse.low(k + 1) == "to"), None)
        if first is None:
            return None
        last = first
        while last < len(parse.tokens) and parse.tokens[last].kind == "word" and parse.verb_over(last) is None:
            last += 1
        return self._speaking(index, parse, range(first, last)) if last > first else None

    def _speaking(self, index: int, parse: Parse, subject: range) -> str | None:
        """The name of a speaker, else what he is called; None for a pronoun that nobody in the text explains."""
        named = self.cast.within(parse.tokens[subject[0]].start, parse.tokens[subject[-1]].end)
        best = [a for _, a in named if a.kind == "person"] or [a for _, a in named if a.kind != "place"]
        if best:
            return best[0].name
        words = [k for k in subject if parse.low(k) not in ADVERBS and parse.tokens[k].kind != "quote"]
        if len(words) == 1 and parse.low(words[0]) in PRONOUNS:
            found = self.people.referents.pronoun(index, parse.tokens[words[0]].start, parse.low(words[0]))
            return found[0][0].name if len(found) == 1 else None
        return parse.words(words) or None

    # --- joining ----------------------------------------------------------------------------------------------------------------------

    def _restate(self, event: Event) -> None:
        """ "In Washington it was still 1 May": another name for the date of the event before."""
        before = self.told[-1]
        before.event = replace(before.event, timexes=(*before.event.timexes, *event.timexes))


class _Unresolved:
    """A resolved expression seen as it was found."""

    def __init__(self, timex: Timex) -> None:
        self.start, self.end, self.meaning = timex.span.start, timex.span.end, timex.meaning


def _tells(draft: Draft) -> bool:
    """Whether there is anything beside the date ("Until this week.")."""
    tokens = draft.parse.tokens
    return any((t := tokens[k]).kind in ("word", "quote") and t.low not in CLOSED for k in draft.words or range(len(tokens)))


def _asks(draft: Draft) -> bool:
    """Whether a question mark ends its clause inside a sentence ("'Who will come in 2019?' he asked")."""
    last = max(draft.clause.tokens, default=-1)
    return draft.nominal is None and any(draft.parse.low(k) == "?" for k in range(last - 1, last + 2))


SAME_MOMENT = re.compile(r",? (?:which|that) (?:is|was) the same (?:moment|minute|instant)(?=[.,;:)])")


def _restates(draft: Draft) -> bool:
    """Whether a clause only gives the date before it in other words: "it was still 1 May", "the log puts this at 14:14", or says so
    ("at 14:14 UTC, which is the same moment")."""
    clause, low = draft.clause, draft.parse.low
    if draft.times and SAME_MOMENT.match(draft.parse.text, draft.parse.tokens[draft.times[0]].end):
        return True
    if draft.nominal is not None or clause.verb is None or not clause.subject:
        return False
    rest = [k for k in clause.tokens if k >= clause.verb.last and draft.parse.tokens[k].kind == "word"]
    if clause.verb.head == "be":
        return low(clause.subject[0]) in ("it", "this", "that") and all(low(k) in ("still", "already", "only") for k in rest)
    dates = clause.verb.head in DATING and bool(rest) and low(rest[0]) in ("it", "this", "that")
    return dates and all(low(k) in ("it", "this", "that", "at", "on", "in") for k in rest)


def _beside(one: When, other: When) -> bool:
    """Whether two dates can name one instant in two places of the world: they overlap, or not even a day lies between them."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start <= other.end + DAY and other.start <= one.end + DAY


def _heads(draft: Draft) -> bool:
    """Whether the deciding expression opens its paragraph like a heading ("2:03 p.m. The bearing fails.")."""
    if not draft.times or draft.times[0] > 1 or len(draft.parse.tokens) < draft.times[0] + 3:
        return False
    parse, token = draft.parse, draft.times[0]
    following = parse.tokens[token + 1] if parse.tokens[token + 1].kind == "word" else parse.tokens[token + 2]
    first = parse.tokens[0].start
    opens = first == 0 or parse.text[first - 1] == "\n"
    return opens and following.capital and following.start > parse.tokens[token].end

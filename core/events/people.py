"""Who takes part in an event: those whom its words name, and those for whom its pronouns and descriptions stand."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from core.actors import Cast
from core.actors.lexicon import english
from core.actors.relation import parts
from core.events.clauses import Parse
from core.events.descriptions import HUMAN, SIDES
from core.events.draft import Draft
from core.events.phrases import COORDINATORS, is_happening
from core.events.pronouns import OWNS_KIN, PAIR, PRONOUNS, Referents
from core.events.stretches import stretches
from core.events.subjects import plural
from core.events.tokens import ADVERBS, CLOSED, DETERMINERS, PREPOSITIONS
from core.events.topics import Topics
from core.model import Actor, Role
from core.resolve.passage import quoted

QUOTED = '"”»,'
MAKING = ("made", "named", "appointed", "elected", "declared", "crowned")
ANOTHER = ("new", "next", "other", "former", "previous", "old", "late", "first", "second", "incoming")
"""What says that another is meant than the one who is called so: "the new mayor"."""
HAPPENINGS = re.compile(
    r"\b(?:elections|talks|negotiations|hearings|meetings|games|trials|celebrations|payments|works|plans|results|findings)\b"
)
CALLED = re.compile(r"The ([a-z]+)\b")
THEMSELVES = ("himself", "herself", "itself", "themselves", "both", "all", "too")
"""What may follow a pronoun that is the whole subject."""
OBJECTS = {"him": "he", "her": "she", "them": "them", "it": "it"}
POSSESSIVES = {"their": "they", "its": "it", "his": "he", "her": "she"}
FIRST = ("i", "my")
STANDING_IN = PRONOUNS.keys() | POSSESSIVES.keys() | {*FIRST, "me", "us", "we", "our"}
"""Words that stand for somebody; what else describes him stands after "the"."""
CALLING = ("the", "his", "her", "their", "its", "same")
"""What stands before a noun that says who is meant."""
FORCES = frozenset("army navy police military coastguard".split())
"""Bodies that need no name to do something: "The army shelled the town"."""
TROOPS = frozenset("army troops forces fleet men soldiers government".split())
GROUPS = TROOPS | frozenset(
    "delegates delegation delegations governments armies fleets negotiators envoys officials fighters representatives leaders ministers"
    " diplomats".split()
)
"""Those who act for the one to whom they belong: "their delegates", "his army"."""

TO_WHOM = frozenset(
    "gave granted allowed told asked ordered fined sued paid let cleared forced accused awarded offered lent owed cost for to against"
    " with from by".split()
)
"""After these "it" is somebody rather than something, where the sentence before is about a body."""
NO_OBJECT_AFTER = PREPOSITIONS - {"by", "with", "against", "to", "for"}
"""Before these a noun is nobody to whom something is done."""
NO_NOUNS = PREPOSITIONS | DETERMINERS | ADVERBS | COORDINATORS

OTHERS = (english.TITLES | english.RELATIVES | english.ORGANISATION_WORDS | english.COLLECTIVES) - TROOPS
"""Those who act for themselves, whoever they belong to: "his wife", "her party"."""

BODIES = (english.ORGANISATION_WORDS | english.COLLECTIVES) - TROOPS
"""What belongs to somebody and is somebody of its own: "his movement" is better left so than given his name."""


class People:
    """The people of one document's events; `dates` says where its dates begin."""

    def __init__(self, cast: Cast, text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[int]) -> None:
        self.cast, self.text, self.sentences, self.dates = cast, text, sentences, dates
        self.referents = Referents(cast, text, sentences)
        self._last: tuple[Draft, list[tuple[int, int]]] | None = None
        self.topics = Topics(text, sentences, cast.names_at)

    def spoken_of(self, index: int, draft: Draft, speaker: Actor | None = None) -> tuple[dict[int, str], list[Actor]]:
        """For whom a draft's pronouns and descriptions stand: by token, as a label writes it, where that is certain, and all of them.

        "I" and "my" are the `speaker`'s.
        """
        if draft.nominal is not None:
            owners = self.referents.pronoun(index, *_possessive(draft, draft.nominal.start))
            certain = len(owners) == 1 and owners[0][1]
            return {draft.nominal.start: _owned_by(owners[0][0].name)} if certain else {}, [actor for actor, _ in owners]
        names: dict[int, str] = {}
        doers: list[Actor] = []
        parse, subject = draft.parse, draft.clause.subject or range(0)
        head = self._head(draft)
        called = subject and parse.low(subject[0]) in ("the", "both", "neither", "each", "all")
        if called and (two := PAIR.fullmatch(" ".join(_up_to_comma(parse, subject)))):
            count = 3 if two["three"] or two["all"] or "trio" in two[0] else 2
            doers += [actor for actor, _ in self.referents.pair(index, parse.tokens[subject[0]].start, two["noun"], count)]
        for k in draft.words:
            token = parse.tokens[k]
            if token.low == "both" or (token.low == "the" and parse.low(k + 1) == "two"):
                doers += self._pair_told_of(index, parse, subject, k)
            if k != head and token.low not in STANDING_IN and parse.low(k - 1) not in CALLING:
                continue
            if k in subject and token.low in PRONOUNS and _alone(parse, subject, k):
                doers += self._subject(index, draft, k, names)
            elif k in subject and token.low in ("he", "she") and _joined(parse, subject, k):
                doers += [actor for actor, _ in self.referents.pronoun(index, token.start, token.low)]
            elif k in subject and token.low in FIRST and speaker is not None and speaker.kind in ("person", "unknown"):
                doers += [speaker] if token.low == "i" else []
                verb = draft.clause.verb
                if token.low == "my" or verb is None or verb.form in ("past", "future", "modal"):  # "I expect" is not "Moe expect"
                    names[k] = speaker.name if token.low == "i" else _owned_by(speaker.name)
            elif k not in subject and token.low in ("me", "us"):
                told = [speaker] if speaker is not None or token.low == "me" else self._ourselves(token.start, None)
                doers += [replace(actor, role="patient") for actor in told if actor is not None]
            elif k in subject and ((token.low == "we" and len(subject) == 1) or (token.low == "our" and k == subject[0])):
                doers += self._ourselves(token.start, speaker if token.low == "we" else None)
                if token.low == "we" and speaker is not None:
                    names[k] = f"{speaker.name}: we"
            elif (k == head and not parse.low(k - 1).endswith(("'s", "’s"))) or (
                k in subject and token.text.islower() and (parse.low(k - 1) in CALLING) and self._ends(parse, k)
            ):
                described = self.referents.descriptions.one(token.low.removesuffix("'s"), token.start)
                own = self.referents.author(only_titled=True) if token.low == "committee" and described is None else []
                doers += [described] if described else own
            elif token.low == "our" and parse.low(k + 1) in english.TITLES:
                doers += [replace(actor, role="represented") for actor in self._ourselves(token.start, None)]
            elif subject and k == subject[0] and token.low in POSSESSIVES and len(subject) > 1:
                doers += self._owner(index, draft, k, names)
            elif k not in subject and self._objectively(parse, k) and (one := self.referents.descriptions.one(token.low, token.start)):
                doers.append(replace(one, role="patient"))
                self.referents.speak_of(one, token.start)
            elif k not in subject and (
                (token.low in ("him", "them") and parse.low(k - 1) != "of")
                or (token.low == "her" and not _owns(parse, k))
                or (token.low == "it" and parse.low(k - 1) in TO_WHOM and self._about_a_body(index, draft))
            ):
                doers += self._object(index, draft, k, names, doers)
            elif token.low in POSSESSIVES and parse.low(k + 1) in (GROUPS if token.low in ("its", "their") else TROOPS):
                doers += self._owners(index, draft, k)
        self._remember(draft, doers)
        return names, doers + ([] if doers else _nameless(draft, head))

    def _subject(self, index: int, draft: Draft, k: int, names: dict[int, str]) -> list[Actor]:
        """Those for whom the pronoun stands that is a draft's subject; none where it takes up a thing ("It was raised")."""
        token = draft.parse.tokens[k]
        if token.low == "it" and _measures(draft):
            return []
        if token.low == "they" and draft.clause.verb is not None and draft.clause.verb.passive and self._after_happenings(index):
            return []
        first = self._opens(draft, k)
        told = not first and (
            draft.clause.role in ("main", "coordinate") or (draft.clause.role == "reported" and token.low in ("it", "they"))
        )
        topic = self.topics.before(index, token.low) if first else self.topics.within(draft.parse, k, token.low) if told else None
        if topic is not None and (two := PAIR.fullmatch(topic.words.lower())):
            return [actor for actor, _ in self.referents.pair(index, topic.start, two["noun"])]  # "The two ministers met. They ..."
        if topic is not None and not self._is_actor(topic.start, topic.end):
            if topic.sure or not first:
                names[k] = topic.words
            return []
        if token.low == "they" and (speaker := self._one_speaker(draft)) is not None:
            if speaker.kind == "organisation":
                names[k] = speaker.name
            return [speaker] if speaker.kind == "organisation" else []
        if token.low == "they" and (several := _speakers(draft)) and not self._is_actor(*several):
            names[k] = self.text[slice(*several)]
            return []
        found = self.referents.pronoun(index, token.start, token.low)
        if len(found) == 1 and found[0][1]:
            names[k] = found[0][0].name
        return [actor for actor, _ in found]

    def _about_a_body(self, index: int, draft: Draft) -> bool:
        """Whether the sentence before is about somebody who can be "it", and this one about another ("The council sued. A judge found for
        it")."""
        topic = self.topics.before(index, "it")
        return topic is not None and self._is_actor(topic.start, topic.end) and draft.clause.role in ("main", "coordinate")

    def _pair_told_of(self, index: int, parse: Parse, subject: range, k: int) -> list[Actor]:
        """Those whom "both" or "the two" at `k` means, where it is no subject: "talks between the two sides", "told both companies"."""
        before, noun = parse.low(k - 1), k + (1 if parse.low(k) == "both" else 2)
        lead = before in ("between", "by", "with", "to", "against") or (k not in subject and before not in PREPOSITIONS)
        ends = noun < len(parse.tokens) and (noun == subject.stop - 1 or self._ends(parse, noun))
        if not lead or not ends or (subject and k == subject[0]):
            return []
        word, start = parse.tokens[noun], parse.tokens[k].start
        people = word.text.islower() and (word.low in SIDES | HUMAN or word.low.removesuffix("s") in english.TITLES)
        role: Role = "agent" if before in ("between", "by") else "patient"
        besides = {a.name for _, a in self.cast.within(self.sentences[index][0], start)}
        return [replace(actor, role=role) for actor, _ in self.referents.pair(index, start, word.low, besides=besides)] if people else []

    def _one_speaker(self, draft: Draft) -> Actor | None:
        """The body that says something of itself as of several ("Orrin Ltd said that they would sell"), or a name that may be one."""
        parse, above = draft.parse, draft.clause.parent
        if draft.clause.role != "reported" or above is None or not above.subject or plural(parse, above.subject):
            return None
        start, told = parse.tokens[above.subject[0]].start, parse.tokens[draft.clause.tokens[0]].start
        named = [(s, a) for s, a in self.cast.within(start, told) if a.kind != "place"]
        first = named[0] if len({a.name for _, a in named}) == 1 else None
        return first[1] if first and first[0].start == start and first[1].kind in ("organisation", "unknown") else None

    def _after_happenings(self, index: int) -> bool:
        """Whether the sentence before ends on what happens and may be "they": "He promised elections. They were held in 1991"."""
        return index > 0 and HAPPENINGS.search(self.text, *self.sentences[index - 1]) is not None

    def _opens(self, draft: Draft, k: int) -> bool:
        """Whether a pronoun is the first subject of its sentence."""
        return all(not c.subject or c.subject.start >= k for c in draft.parse.clauses)

    def _is_actor(self, start: int, end: int) -> bool:
        """Whether a stretch names somebody who can act, or describes him."""
        for span, actor in self.cast.within(start, end):
            owner = self.text.startswith(("'s ", "’s ", "' ", "’ "), span.end)  # "Moe's yacht" is not Moe
            if actor.kind != "place" and not owner and not self.referents.where(span, actor):
                return True
        return self.referents.descriptions.one(self.text[start:end].rpartition(" ")[2].lower(), start) is not None

    def _owner(self, index: int, draft: Draft, k: int, names: dict[int, str]) -> list[Actor]:
        """To whom a draft's subject belongs ("Her first book appeared")."""
        parse, token = draft.parse, draft.parse.tokens[k]
        word = POSSESSIVES[token.low]
        if self._opens(draft, k) and (topic := self.topics.before(index, word)) and not self._is_actor(topic.start, topic.end):
            return []
        found = self.referents.pronoun(index, token.start, word)
        if len(found) == 1 and found[0][1] and not any(parse.low(n) in BODIES for n in draft.clause.subject or ()):
            names[k] = _owned_by(found[0][0].name)
        subject = draft.clause.subject or range(0)
        if any(is_happening(parse.tokens[n]) for n in subject):
            return [actor for actor, _ in found]
        named = self.cast.within(parse.tokens[subject[0]].start, parse.tokens[subject[-1]].end)
        others = any(a.kind != "place" for _, a in named) or any(parse.low(n) in OTHERS for n in subject)
        if token.low == "their" and any(parse.low(n) in GROUPS for n in subject):
            return self._owners(index, draft, k)
        return [actor for actor, sure in found if sure and not others and token.low != "their"]

    def _object(self, index: int, draft: Draft, k: int, names: dict[int, str], doers: Sequence[Actor]) -> list[Actor]:
        """To whom something is done that a pronoun names."""
        token = draft.parse.tokens[k]
        subject = draft.clause.subject
        first, last = (draft.parse.tokens[subject[0]].start, draft.parse.tokens[subject[-1]].end) if subject else (0, 0)
        besides = [*self._named_in(draft), *(a.name for a in doers), *(a.name for _, a in self.cast.within(first, last))]
        inside = [
            c for c in draft.parse.clauses if c.parent is draft.clause and c.tokens and c.role in ("reduced", "relative", "participial")
        ]
        for clause in inside:
            low, high = draft.parse.tokens[clause.tokens[0]].start, draft.parse.tokens[clause.tokens[-1]].end
            besides += [a.name for _, a in self.cast.within(low, high)]
        found = self.referents.pronoun(index, token.start, OBJECTS[token.low], besides)
        if found and found[0][1] and token.low != "them" and not any(found[0][0].name in name for name in names.values()):
            names[k] = found[0][0].name
        if len(found) == 1:
            self.referents.speak_of(found[0][0], token.start)
        return [replace(actor, role="patient") for actor, _ in found]

    def _ourselves(self, start: int, speaker: Actor | None) -> list[Actor]:
        """Who is "we": whoever says it, else, outside quotations, the body that writes the text."""
        if speaker is not None:
            return [speaker]
        return [] if quoted(self.text, start) else self.referents.author()

    def _head(self, draft: Draft) -> int | None:
        """The noun of a subject that only describes ("the company", "the governor, who faces an election")."""
        parse, subject = draft.parse, draft.clause.subject
        if not subject or parse.low(subject[0]) not in ("the", "this", "that", "these", "those"):
            return None
        if any(parse.low(k) in ANOTHER for k in subject):
            return None
        first = [k for k in subject if parse.low(k) == ","]
        last = (first[0] if first else subject.stop) - 1
        noun = parse.tokens[last]
        if first and last + 2 < len(parse.tokens) and self.cast.names_at(parse.tokens[last + 2].start):
            return None  # "The parent group, Orrin Ltd, was told"
        return last if last - subject[0] in (1, 2) and (noun.text.islower() or noun.low in english.TITLES) else None

    def _objectively(self, parse: Parse, k: int) -> bool:
        """Whether a noun describes one to whom something is done ("fetched the master", "told the board", "saw his lawyer")."""
        lead = parse.low(k - 2)
        return parse.low(k - 1) in CALLING and parse.tokens[k].text.islower() and self._ends(parse, k) and lead not in NO_OBJECT_AFTER

    @staticmethod
    def _ends(parse: Parse, k: int) -> bool:
        """Whether a noun ends its phrase, or owns what follows ("the mayor's first act")."""
        owner = parse.low(k).endswith(("'s", "’s"))
        return owner or k + 1 >= len(parse.tokens) or parse.tokens[k + 1].kind != "word" or parse.low(k + 1) in CLOSED

    def _owners(self, index: int, draft: Draft, k: int) -> list[Actor]:
        """Whose delegates or troops they are: of persons who hold an office of some body, that body's."""
        owners = [actor for actor, _ in self.referents.pronoun(index, *_possessive(draft, k))]
        bodies = [body for owner in owners if owner.kind == "person" and (body := self.cast.office_of(owner))]
        return bodies if len(bodies) == len(owners) > 1 else owners

    def _remember(self, draft: Draft, doers: Sequence[Actor]) -> None:
        """Keeps of whom the sentence's main clause speaks, for the pronouns after it."""
        subject = draft.clause.subject
        if not subject or draft.clause.role not in ("main", "coordinate"):
            return
        start = draft.parse.tokens[subject[0]].start
        end = draft.parse.tokens[subject[-1]].end
        within = self.cast.within(start, end)
        named = [a for s, a in within if a.kind not in ("unknown", "place") and not OWNS_KIN.match(self.text, s.end)]
        own = [actor for actor in doers if actor.role is None]
        kin = draft.parse.low(subject[0]) in POSSESSIVES and (not own or any(draft.parse.low(k) in OTHERS for k in subject))
        for actor in [] if kin else [*own, *named][:1]:
            self.referents.speak_of(actor, start)
        if len(own) + len(within) > 1 and (plural(draft.parse, subject) or any(draft.parse.low(k) == "and" for k in subject)):
            agents = [part.actor for part in parts(self.text, start, within) if part.relation == "subject"]
            several = {actor.name: actor for actor in [*own, *(a for a in agents if a.kind != "place")]}
            if len(several) > 1:
                self.referents.speak_of_all(list(several.values()), start)

    def _stretches(self, draft: Draft) -> list[tuple[int, int]]:
        if self._last is None or self._last[0] is not draft:
            self._last = (draft, stretches(draft))
        return self._last[1]

    def _named_in(self, draft: Draft) -> list[str]:
        return [a.name for low, high in self._stretches(draft) for _, a in self.cast.within(low, high)]

    def named_in(self, draft: Draft) -> set[str]:
        """All whom a draft's words mention, whatever their part."""
        return set(self._named_in(draft))

    def taking_part(self, index: int, draft: Draft, doers: Sequence[Actor], *, headed: bool) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Who takes part in what a draft tells, and where it happens. A headed entry of a chronicle goes on after its first sentence."""
        end = self.sentences[index][1]
        found: dict[str, Actor] = {}
        for low, high in self._stretches(draft):
            for actor in self.cast.participants((low, max(end, high)), (low, high)):
                found.setdefault(actor.name, actor)
        others = [replace(a, role=a.role or _role(draft), mentions=()) for a in doers]
        if headed:
            others += self._rest_of_entry(index)
        if not others and not any(a.role != "place" for a in found.values()):
            others = self._by_context(index, draft)
        for actor in others:
            found.setdefault(actor.name, actor)
        return tuple(a for a in found.values() if a.role != "place"), tuple(a for a in found.values() if a.role == "place")

    def _by_context(self, index: int, draft: Draft) -> list[Actor]:
        """Where a draft names nobody: the owner of what it speaks of, else the doers of a clause joined to it, else those of the sentence
        before, if it goes on about that ("The talks ended on Friday")."""
        parse, clause = draft.parse, draft.clause
        for k in draft.words:
            if parse.low(k) == "its" and (owners := self._owners(index, draft, k)):
                return [replace(a, role="agent", mentions=()) for a in owners]
        for other in parse.clauses if clause.role == "main" else ():
            undated = all(parse.tokens[k].kind != "time" for k in other.tokens)
            beside = other.role == "main" and other.link == "and"
            if (
                other is not clause
                and other.tokens
                and undated
                and (beside or (other.parent is clause and other.link in ("where", "when")))
            ):
                return self._doers(parse.tokens[other.tokens[0]].start, parse.tokens[other.tokens[-1]].end)
        subject = clause.subject or range(0)
        last = parse.tokens[subject[-1]] if subject else None
        again = last is not None and parse.low(subject[0]) in ("the", "these", "those") and is_happening(last) and not last.capital
        known = index > 0 and "\n\n" not in self.text[self.sentences[index - 1][1] : self.sentences[index][0]]
        return self._doers(*self.sentences[index - 1]) if again and known and draft.nominal is None else []

    def _rest_of_entry(self, index: int) -> list[Actor]:
        """Who takes part in the two sentences after that of a headed entry, up to the end of its paragraph."""
        found: list[Actor] = []
        for at in range(index + 1, min(index + 3, len(self.sentences))):
            low, high = self.sentences[at]
            if "\n" in self.text[self.sentences[at - 1][1] : low] or bisect_left(self.dates, low) < bisect_left(self.dates, high):
                break
            found += self._doers(low, high)
            if (called := CALLED.match(self.text, low)) and (one := self.referents.descriptions.one(called[1], low)):
                found.append(replace(one, role="agent"))  # "The captain read the service."
        return found

    def _doers(self, low: int, high: int) -> list[Actor]:
        return [a for a in self.cast.participants((low, high), (low, high)) if a.role not in (None, "place")]


def _speakers(draft: Draft) -> tuple[int, int] | None:
    """Where the several stand who report what a draft tells: "His lawyers said they would appeal"."""
    parse, above = draft.parse, draft.clause.parent
    if draft.clause.role != "reported" or above is None or not above.subject or not plural(parse, above.subject):
        return None
    return parse.tokens[above.subject[0]].start, parse.tokens[above.subject[-1]].end


def _nameless(draft: Draft, head: int | None) -> list[Actor]:
    """The army, navy or police of which a sentence tells what they did, where the text has no name for them."""
    clause, verb = draft.clause, draft.clause.verb
    acts = verb is not None and not verb.passive and verb.head != "be" and clause.role in ("main", "coordinate")
    noun = draft.parse.low(head) if head is not None and acts and len(clause.subject or ()) == 2 else ""
    return [Actor(noun, "organisation")] if noun in FORCES else []


def _measures(draft: Draft) -> bool:
    """Whether the verb only gives a figure ("In January it was 0.1"), so that "it" is nobody."""
    verb, parse = draft.clause.verb, draft.parse
    after = None if verb is None or verb.last >= len(parse.tokens) else parse.tokens[verb.last]
    return verb is not None and verb.head == "be" and after is not None and after.text[0].isdigit()


def _possessive(draft: Draft, k: int) -> tuple[int, str]:
    """Where a possessive stands, and the pronoun that it belongs to (an empty one for any other word)."""
    token = draft.parse.tokens[k]
    return token.start, POSSESSIVES.get(token.low, "")


def _owned_by(name: str) -> str:
    return name + ("’" if name.endswith("s") else "’s")


def _up_to_comma(parse: Parse, subject: range) -> list[str]:
    """The words of a subject before its first comma ("The two kings, for so they styled themselves, ...")."""
    stop = next((k for k in subject if parse.low(k) == ","), subject.stop)
    return [parse.low(k) for k in range(subject.start, stop)]


def _alone(parse: Parse, subject: range, k: int) -> bool:
    """Whether a pronoun is the whole subject, save what is quoted before it ('"It is over," she said')."""
    before = [j for j in subject if parse.low(j) not in THEMSELVES]
    return k == before[-1] and (len(before) == 1 or parse.tokens[k - 1].text[-1] in QUOTED) if before else False


def _joined(parse: Parse, subject: range, k: int) -> bool:
    """Whether a pronoun is one of several that make a subject: "she and her husband", "Moe and he", "he, Moe and two others"."""
    return (k == subject[0] and parse.low(k + 1) in ("and", ",")) or (k == subject[-1] and parse.low(k - 1) == "and")


def _owns(parse: Parse, k: int) -> bool:
    """Whether "her" belongs to a noun after it ("her daughter") and does not stand for someone ("hired her for a tour")."""
    after = parse.tokens[k + 1] if k + 1 < len(parse.tokens) else None
    if parse.low(k - 1) in MAKING and after is not None and (after.low in english.TITLES or after.low in english.TITLE_PARTS):
        return False  # "made her chief executive"
    return after is not None and after.kind == "word" and after.low not in NO_NOUNS


def _role(draft: Draft) -> Role:
    """The part that the subject of a draft plays."""
    verb = draft.clause.verb
    if draft.clause.saying:
        return "speaker"
    return "patient" if draft.nominal is None and verb is not None and verb.passive else "agent"

"""What the sentence around an expression tells: where it ends, and whether it looks ahead or back."""

import re

from core.grammar.tokens import plain

TITLES = ("Mr|Ms|Dr|St|vs|Lt", "Mrs|Gen|Sen|Rep|Gov|Col|Maj|Sgt|Adm| No", "Capt|Prof", "Messrs", " v")
"""What ends with a full stop inside of a sentence, by its length."""
NO_TITLE = "".join(f"(?<!{'|'.join(f'{title}[.]' for title in titles.split('|'))})" for titles in TITLES)
SENTENCE_EDGE = re.compile(rf"[.!?](?=[\"')*_]*[ \n]){NO_TITLE}[\"')*_]*[ \n]+(?=[A-Z\"'(`])|\n[ \t]*\n|;")
ENDED = re.compile(r"\b(ended|since)[ \n]$")
NOT_UNTIL = re.compile(r"\b(?:was|were|did|had) not (?:[a-z]+ ){0,3}(?:until|till) (?:the )?$")
LASTED = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!be )\b(?:worked|lasted|stayed|searched|fought|continued|went[ \n]on|ruled|lived|served|remained"
    r"|waited|talked|held[ \n]out|slept|camped|stood|played|reigned|raged|taught|led|hid|kept)\b"
    r"(?:[ \n][\w'’-]+){0,5}[ \n](?:until|till)[ \n](?:the[ \n])?$"
)
"""What went on until a day, and so is over."""
PLUPERFECT = re.compile(r"\bhad [a-z]+\b[^.,;]{0,40}(?<!\bby )(?<!\bby the )$")
SURE = {"will", "shall", "won't", "is to", "are to", "takes effect", "take effect", "comes into force", "takes office", "expires"}
LEADS_TO = re.compile(r" (?:to|until|till|for)$")
OWNS = re.compile(r"'s [a-z]")
DUE = re.compile(r"\bby[ \n]$")
LEADS_UP = re.compile(r"\b(?:before|ahead of|prior to|for)[ \n]$")
FRONTED = re.compile(r"(?:and |but )?(?:in|on|during|at) (?:early |late |mid-)?")
"""What opens a clause with the time of its verb: "In May, the house passed the bill"."""
OWN_TIME = re.compile(
    r"[,;:()\"”“–—]|--|\b(?:to (?!(?:the|a|an|his|her|its|their|our|about|some|all|one|two|three)\b)[a-z]{2,}|"
    r"th?at|which|who|when|where|if|unless|as|can|could|may|might|must|should|would|will|and (?:[a-z]+[ \n])?[a-z]+s)(?=[ \n])"
)
"""What may have another time than the verb before it: a further clause, an infinitive, what can or should be."""
STILL = re.compile(r"\b(?:is|are|be|being|gets?)[ \n](?:not[ \n])?$")
"""What makes no past of a participle: "is heard"."""
LEADS_ON = re.compile(
    r"(?:^[ \n]|\b(?:for|from|until|till|to|by|before|of the|ahead of|as of|starting|beginning|effective)[ \n](?:the[ \n])?|"
    r"\b(?:for|before|ahead of|of|about|towards?|into|against|at|to)[ \n](?:[\w'’.-]+[ \n]){0,3}(?:(?:re-?)?elections?|vot(?:e|ing)|polls?|"
    r"referendum|primary|primaries|trial|hearing|meeting|summit|conference|convention|match|game|finals?|deadline|concert|release|launch|"
    r"talks|tournament|ceremony|wedding|race)[ \n](?:in|on|at)[ \n])$"
)
"""What stands before a date to which a verb in the past may look ahead: "booked the hall for 7 January"."""
PROMISED = re.compile(
    r"(?:(?:was|were|had|did|not|been|also|later)[ \n])*(?:said|told|wrote|set|went[ \n]on[ \n]sale|"
    r"(?:announc|unveil|propos|book|call|cancel|postpon|delay|mov|confirm|approv|order|invit|warn|sign|back|support|urg|agre|plann?|"
    r"expect|schedul|slat|fac|fear|rul|vot|ask|want|promis|pledg|vow|threaten|reserv|arrang|organis|organiz|forecast|predict|declar|"
    r"accept|demand|request|seek|sought|offer|nam|fil|publish|releas|adjourn|remand|extend|resched|bill|advertis|prepar)(?:e?d)?\b)"
)
"""Verbs of what may be still to come: "announced a summit in January"."""
TO_DO = re.compile(
    r"\bto (?!have [a-z]+(?:ed|en|n|t|d)\b)"
    r"(?!(?:the|a|an|this|that|his|her|its|their|our|about|some|more|all|one|two|three|last|next)\b)[a-z]{2,}(?<!ing)\b(?!'s)[^,]*$"
)
"""What is still to be done: "Court to rule Tuesday"."""
PLANS = {"planned for", "planned in", "planned on", "scheduled", "expected", "set for"}
GIVEN_WORD = re.compile(r"promised|pledged|vowed|undertook|agreed|ordered|planned")
"""Verbs whose "by" tells when it is to be done: "has promised alarms by June"."""
CAME = re.compile(r"[,)]? (was|were|did|had|never)\b")
"""What tells behind the date of a plan how it came: "the fair, planned for May, was cancelled"."""
BEFORE_WORD = "[^a-z0-9_]"
"""A cue is looked for together with the sign before it: so the letters inside of words are passed over quickly."""
BEFORE, AFTER = 200, 150
"""How many characters of a sentence are looked at on either side."""
AFTER_COSTS = 15
"""How many characters farther away a cue counts that stands after the expression."""
BLOCK = 512
"""The cues are looked for in stretches of so many characters, each once."""


def one_sentence(text: str, start: int, end: int) -> bool:
    """Whether a stretch is short and holds no end of a sentence."""
    return end - start < 400 and SENTENCE_EDGE.search(text, start, end) is None


def looks_back(text: str, start: int) -> bool:
    """Whether an expression tells when something had been, not by when: "who had spent the spring there"."""
    return PLUPERFECT.search(text, max(0, start - 60), start) is not None


class Tense:
    """The cues of a language for what lies ahead and what lies back, in one text."""

    def __init__(self, future: str, past: str, text: str, body: int) -> None:
        self.text, self.plain, self.body = text, plain(text), body
        self.led = f" {self.plain}"
        self.looks = tuple((look, re.compile(f"{BEFORE_WORD}(?:{words})")) for look, words in ((1, future), (-1, past)))
        self.blocks: dict[int, list[tuple[int, int, int]]] = {}

    def direction(self, start: int, end: int) -> tuple[int, str | None]:
        """Whether the clause of an expression looks ahead (2, 1), back (-2, -1) or does not tell (0), by the cue that stands nearest, and
        that cue.

        What is named by its day ("Wednesday's ruling") is known already, unless the clause surely looks ahead or leads up to it.
        """
        low, high = self._sentence(start, end)
        if cue := ENDED.search(self.plain, max(low, start - 7), start):
            return -2, f"'{cue[1]}' looks back"
        if NOT_UNTIL.search(self.plain, max(low, start - 40), start):
            return -2, "'not ... until' looks back"
        if LASTED.search(self.plain, max(low, start - 80), start):
            return -2, "what lasted until then looks back"
        near = [
            (start - last if last <= start else first - end + AFTER_COSTS, -look, first, last)
            for block in range(low // BLOCK, high // BLOCK + 1)
            for first, last, look in self._cues(block)
            if low <= first and last <= high and (last <= start or first >= end)
        ]
        _, look, first, last = min(near, default=(0, 0, 0, 0))
        cue_words = self.plain[first:last]
        if look > 0 and DUE.search(self.plain, max(low, start - 4), start) and GIVEN_WORD.match(cue_words):
            return 1, f"'{cue_words} ... by' looks ahead"
        owned = OWNS.match(self.plain, end, high) and not LEADS_UP.search(self.plain, max(low, start - 12), start)
        if owned and cue_words not in SURE and not cue_words.endswith("'ll"):
            return -1, "what is named by its day is known"
        if not near:
            if (to_do := TO_DO.search(self.text, max(low, start - 60), start)) is not None:
                return 1, f"'{' '.join(to_do[0].split()[:2])}' looks ahead"
            return (1, "'by' looks ahead") if DUE.search(self.plain, max(low, start - 4), start) else (0, None)
        if look < 0 and cue_words in PLANS and (since := CAME.match(self.plain, end, high)):
            return -1, f"'{since[1]}' behind it looks back"
        if look > 0 and not cue_words.endswith(" have") and STILL.search(self.plain, max(low, first - 8), first):
            return 0, None
        if look > 0:
            sure = self._surely_back(first, last, start, end, low)
        else:
            leads = self.plain[last:start] == " " and LEADS_TO.search(cue_words) is not None
            sure = cue_words in SURE or cue_words.endswith("'ll") or leads
        return -look * (2 if sure else 1), f"'{cue_words}' looks {'ahead' if look < 0 else 'back'}"

    def _surely_back(self, first: int, last: int, start: int, end: int, low: int) -> bool:
        """Whether a verb in the past, from `first` to `last`, is that of the expression: nothing between them has a time of its own, and it
        tells of no plan."""
        if first >= end:
            gap = self.text[end:first].removeprefix(",")
            fronted = FRONTED.fullmatch(self.plain, low, start) is not None
            return fronted and not OWN_TIME.search(gap) and not PROMISED.match(self.plain, first)
        gap = self.text[last:start]
        if self.plain[first:last] == "had" or gap in (" in ", " on "):
            return True
        return not (OWN_TIME.search(gap) or LEADS_ON.search(gap) or PROMISED.match(self.plain, first))

    def _cues(self, block: int) -> list[tuple[int, int, int]]:
        """Where cues begin in a block, where they end, and which way they look."""
        cues = self.blocks.get(block)
        if cues is None:
            if len(self.blocks) > 1000:
                self.blocks.clear()
            low, high = block * BLOCK, (block + 1) * BLOCK
            cues = self.blocks[block] = [
                (m.start(), m.end() - 1, look)
                for look, words in self.looks
                for m in words.finditer(self.led, low, high + 41)
                if m.start() < high
            ]
        return cues

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around an expression begins and ends, as far as it tells the tense."""
        low = max(self.body, start - BEFORE)
        for edge in SENTENCE_EDGE.finditer(self.text, low, start):
            low = edge.end()
        edge_after = SENTENCE_EDGE.search(self.text, end, end + AFTER)
        return low, edge_after.start() if edge_after else min(end + AFTER, len(self.text))

"""What the sentence around an expression tells: where it ends, and whether it looks ahead or back."""

import re

from core.grammar.tokens import plain

SENTENCE_EDGE = re.compile(r"[.!?][\"')*_]*[ \n]+(?=[A-Z\"'(`])|\n[ \t]*\n|;")
ENDED = re.compile(r"\b(ended|since)[ \n]$")
PLUPERFECT = re.compile(r"\bhad [a-z]+\b[^.,;]{0,40}(?<!\bby )(?<!\bby the )$")
SURE = {"will", "shall", "won't", "'ll", "takes effect", "take effect"}
OWNS = re.compile(r"'s [a-z]")
LEADS_UP = re.compile(r"\b(?:before|ahead of|prior to|for)[ \n]$")


def one_sentence(text: str, start: int, end: int) -> bool:
    """Whether a stretch is short and holds no end of a sentence."""
    return end - start < 400 and SENTENCE_EDGE.search(text, start, end) is None


def looks_back(text: str, start: int) -> bool:
    """Whether an expression tells when something had been, not by when: "who had spent the spring there"."""
    return PLUPERFECT.search(text, max(0, start - 60), start) is not None


def around(text: str, start: int, end: int, body: int) -> tuple[str, str]:
    """The sentence before and after an expression, plain, as far as it tells the tense."""
    before = text[max(body, start - 200) : start]
    edges = [m.end() for m in SENTENCE_EDGE.finditer(before)]
    after = text[end : end + 100]
    edge = SENTENCE_EDGE.search(after)
    return plain(before[edges[-1] if edges else 0 :]), plain(after[: edge.start()] if edge else after)


class Tense:
    """The cues of a language for what lies ahead and what lies back."""

    def __init__(self, future: str, past: str) -> None:
        self.cues = ((1, re.compile(future)), (-1, re.compile(past)))

    def direction(self, before: str, after: str) -> tuple[int, str | None]:
        """Whether a clause looks ahead (2, 1), back (-2, -1) or does not tell (0), by the cue that stands nearest, and that cue.

        What is named by its day ("Wednesday's ruling") is known already, unless the clause surely looks ahead or leads up to it.
        """
        if cue := ENDED.search(before):
            return -2, f"'{cue[1]}' looks back"
        nearest: tuple[int, int, str] | None = None
        for direction, cues in self.cues:
            places = [(len(before) - m.end(), m[0]) for m in cues.finditer(before)][-1:]
            places += [(m.start() + 15, m[0]) for m in cues.finditer(after)][:1]
            for distance, words in places:
                if nearest is None or distance < nearest[0]:
                    nearest = distance, direction, words
        if OWNS.match(after) and not LEADS_UP.search(before) and (nearest is None or nearest[2] not in SURE):
            return -1, "what is named by its day is known"
        if nearest is None:
            return 0, None
        sure = nearest[2] in SURE or (nearest[1] < 0 and before.endswith((nearest[2] + " in ", nearest[2] + " on ")))
        return nearest[1] * (2 if sure else 1), f"'{nearest[2]}' looks {'ahead' if nearest[1] > 0 else 'back'}"

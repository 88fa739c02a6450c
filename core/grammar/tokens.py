"""Text as tokens, one character each: what the patterns of a grammar are matched against.

A word of the grammar has a character of its own, every other word is OTHER; numbers have a character by what they may be (a day, a year);
a stretch of white space is one space, a blank line BREAK; other signs stand for themselves. So a pattern is short, a slot is a set of
characters, and a match is fast.
"""

import re
from itertools import accumulate

YEAR, FOUR, THREE, LONG = "\ue000", "\ue001", "\ue002", "\ue003"
NTH, ORDINAL, DECADE, SHORT_DECADE = "\ue004", "\ue005", "\ue006", "\ue007"
DATE, DEICTIC, CLOCK, LENGTH, FIXED = "\ue010", "\ue011", "\ue012", "\ue013", "\ue014"
"""What stands for a found expression in later layers: a date, one that counts from another, a clock time, a duration, anything else."""
OTHER, BREAK = "\ue008", "\n"
_SMALL, _PADDED, _WORDS = 0xE100, 0xE180, 0xE200

PUNCTUATION = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019", "'"),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
        **dict.fromkeys("\u201c\u201d", '"'),
    }
)
FOREIGN = re.compile(r"[^\x00-\x7f]+")
TOKEN = re.compile(
    r"[a-eg-su-z][a-z0-9]*+|[ \t\r\n]++|fy(?=[0-9])|(?<=[0-9])t(?=(?:[0-9]{2}){1,3}(?![0-9]))|[a-z][a-z0-9]*+|"
    r"[0-9]++(?:(?:st|nd|rd|th|s)(?![a-z0-9])|(?<=[23])d(?![a-z0-9]))?|[\x00-\x7f]"
)


def _fold(match: re.Match[str]) -> str:
    return "".join(c if c.isascii() else "z" if c.isalnum() else "?" for c in match[0].translate(PUNCTUATION))


def plain(text: str) -> str:
    """The text in lower case ASCII, character for character: dashes and quotes made simple, other letters z, other signs ?.

    >>> plain("Café – 3\u00a0May")
    'cafz - 3 may'
    """
    return (text if text.isascii() else FOREIGN.sub(_fold, text)).lower()


def small(low: int, high: int, *, padded: bool = True) -> str:
    """The characters of the numbers of one or two digits from `low` to `high`, "05" among them."""
    numbers = range(low, high + 1)
    return "".join(chr(_SMALL + n) for n in numbers) + ("".join(chr(_PADDED + n) for n in numbers if n < 10) if padded else "")


def _number(token: str) -> str:
    if token.isdigit():
        if len(token) <= 2:
            return chr((_PADDED if len(token) == 2 and token[0] == "0" else _SMALL) + int(token))
        if len(token) == 3:
            return THREE
        if len(token) == 4:
            return YEAR if "1000" <= token <= "2199" else FOUR
        return LONG if len(token) < 10 else OTHER
    digits = token.rstrip("stndrh")
    if token.endswith("s") and not token.endswith("ts"):
        return (DECADE if len(digits) in (3, 4) else SHORT_DECADE if len(digits) == 2 else OTHER) if digits.endswith("0") else OTHER
    return NTH if len(digits) <= 2 and 1 <= int(digits) <= 31 else ORDINAL if len(digits) <= 3 else OTHER


class Alphabet(dict[str, str]):
    """The character of each token. Words that a grammar uses are added with `learn`; what is met later is kept, up to a bound."""

    def __init__(self) -> None:
        super().__init__()
        self.words = 0
        self.known: dict[str, str] = {}

    def learn(self, word: str) -> str:
        """The character of a word of the grammar."""
        if word not in self.known:
            self.known[word] = self[word] = chr(_WORDS + len(self.known))
        return self.known[word]

    def __missing__(self, token: str) -> str:
        if len(self) > 50_000:
            self.clear()
            self.update(self.known)
        char = token[0]
        if char.isalpha():
            code = OTHER
        elif char.isdigit():
            code = _number(token)
        elif char.isspace():
            code = BREAK if token.count("\n") > 1 else " "
        else:
            code = char
        if len(token) <= 40:
            self[token] = code
        return code

    def spell(self, text: str) -> str:
        """A text of the grammar as characters, its words learnt."""
        return "".join(self.learn(t) if t[0].isalpha() else self[t] for t in TOKEN.findall(text))

    def encode(self, text: str) -> tuple[str, list[int]]:
        """Plain text as one character a token, and where each token starts, the end of the text last."""
        tokens = TOKEN.findall(text)
        return "".join(map(self.__getitem__, tokens)), list(accumulate(map(len, tokens), initial=0))

"""Words as a label writes them: tidied, and brought within ninety characters at a joint of the sentence."""

import re

LONGEST = 90
LONGEST_JOINT = len(" because ")
SHORTEST = 35
"""A label is not cut back further than this for the sake of a clean end."""

EMPTY_QUOTES = re.compile(r"[\"“][\s.,]*[\"”]|\(\s*[,;]?\s*\)|\*+|(?<!\w)[#>|_]+(?!\w)")
ODD = re.compile(r"[\"“(*#>|_]")
"""What empty quotes and their like begin with."""
QUOTATION = re.compile(r'" *([^"]*?) *"')
STOP_IN_QUOTE = re.compile(r"[,.]+(?=\"$)")
SPACED_MARK = re.compile(r" ([,;:.!?)])")
DOUBLE_MARK = re.compile(r"([,;:])(?:\s*[,;:])+")
LOOSE_ENDS = frozenset(
    "and or but that which who the a an of at by to for from with as its their his when where while than into about effective".split()
)
LOOSE_START = re.compile(
    r"^(?:[\s,;:.–—\-\])]+|(?:and|but|or|then|which|who)\s|that\s(?!came|was|is|had|has|would|will|led|made))+", re.IGNORECASE
)
CLEAN_END = re.compile(r"[,;:] | (?=(?:and|but|or|after|before|while|when|which|who|because)\s)")
FAIR_END = re.compile(r" (?=(?:as|in|on|at|for|with|from|by|against|amid|into|during|through)\s)")
UNFINISHED = re.compile(r" (?:of|for|by|in|to|from|without|began|begun|kept|stopped) \w+ing$")
"""What no label is cut behind: "guilty of driving [under the influence]"."""
LAST_END = re.compile(r" (?=(?:of|to|that)\s)")

MEDIUM = re.compile(
    r"^In (?:an?|the|his|her|its|their) (?:[a-z]+ ){1,3}(?:issued|released|published|posted|sent|made|dated|delivered|ended)"
    r"(?: (?:to|at|in|by|from) [^,]{2,40})?,? (?=\S)",
    re.IGNORECASE,
)
"""What the label opens with where its date is that of a paper ("In a statement issued [on Monday], ...") or a year's end."""
REACH = 48
"""In so many characters at the end of a label is looked for what was left over."""
LEFT_OVER = re.compile(
    r" in (?:accordance|connection|favou?r|response|addition|front|honou?r|support|terms|spite|return|exchange)$| as an? (?:result|part)$"
    r"| (?:in|on|during|at) the (?:first|second|third|last|next|same|following|previous)$|,? or,? according to \w+$|,? (?:so|too)$"
    r"|,? (?:especially|particularly|notably|mainly|namely|including)$"
    r"|, an? (?:decision|move|step|charge|claim|figure|feat)$|,? (?:and|but|or),? (?:again|[a-z]+ly)$|, (?:and|but), [a-z]+$"
    r"|, (?:(?:[a-z]+|\d+) )?(?:few )?(?:minute|hour|day|week|month|year)s?$"
)
"""What leads to a date or a clause that a label leaves out: "in the first [summer]", ", a day [after ...]"."""


def tidy(text: str) -> str:
    """Without what was left behind by words taken out: doubled commas, empty quotes, loose ends."""
    text = text.replace("``", '"').replace("''", '"')
    text = " ".join((EMPTY_QUOTES.sub(" ", text) if ODD.search(text) else text).split())
    if SPACED_MARK.search(text):
        text = SPACED_MARK.sub(r"\1", text)
    if DOUBLE_MARK.search(text):
        text = DOUBLE_MARK.sub(r"\1", text)
    text = text.replace("( ", "(")
    text = MEDIUM.sub("", text, count=1)
    if loose := LOOSE_START.match(text):
        text = text[loose.end() :]
    text = _closed(text.rstrip(" .!?…"))
    text = _closed(text[:-REACH] + LEFT_OVER.sub("", text[-REACH:]))
    if text.count('"') % 2:
        text = text.replace('"', "", 1) if text.startswith('"') else text.rstrip('"')
        text = _closed((text.replace('"', "") if text.count('"') % 2 else text).rstrip(" .!?…"))
    if text.count("“") != text.count("”"):
        text = _closed(text.replace("“", "").replace("”", "").rstrip(" .!?…"))
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    text = text.strip()
    if text.count('"') == 2 and text[0] == text[-1] == '"':
        return text.strip('" ').rstrip(" .,!?…")
    return QUOTATION.sub(r'"\1"', STOP_IN_QUOTE.sub("", text)) if '"' in text else text


def _closed(text: str) -> str:
    """The text without the marks and small words at its end, which lead to what is not there."""
    while True:
        text = text.rstrip(" ,;:–—-")
        before, space, last = text.rpartition(" ")
        if not space or last not in LOOSE_ENDS or (last == "effective" and before.endswith((" be", " is", " was", " are", " were"))):
            return text
        text = before


def at_joint(text: str, least: int) -> str | None:
    """The text up to a comma, a conjunction or a preposition, as far as fits; None where no such joint lies behind `least` characters."""
    for pattern, shortest in ((CLEAN_END, LONGEST // 2), (FAIR_END, SHORTEST), (CLEAN_END, SHORTEST)):
        if (cut := _cut(text, least, pattern, shortest)) is not None:
            return cut
    return None


def _cut(text: str, least: int, joint: re.Pattern[str], shortest: int) -> str | None:
    least = max(least, shortest)
    if least > LONGEST:
        return None
    ends = [
        m.start()
        for m in joint.finditer(text, least, LONGEST + LONGEST_JOINT)
        if m.start() <= LONGEST and not UNFINISHED.search(text, 0, m.start())
    ]
    return tidy(text[: ends[-1]]) if ends else None


def shortened(text: str, least: int = 0) -> str:
    """Cut back to the last clean end that fits, and not into the first `least` characters.

    >>> shortened("The harbour company announced that it would close the northern quay in the old town, to which few ships still come")
    'The harbour company announced that it would close the northern quay in the old town'
    """
    if len(text) <= LONGEST:
        return text
    if (cut := at_joint(text, least) or _cut(text, least, LAST_END, SHORTEST)) is not None:
        return cut
    return text[: text.rfind(" ", 0, LONGEST - 1)] + "…" if " " in text[:LONGEST] else text[: LONGEST - 1] + "…"

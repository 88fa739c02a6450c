"""The past, the present and the future without a place on the calendar."""

import re

from core.grammar.rule import Reading, Rule
from core.meaning import Meaning, Reference

FUTURE = re.compile(r"\b(?:will|would|'ll|may|might|could|can|shall|should|hopes?|hoped|to|that)[ \n](?:[a-z]+[ \n])?$")
"""What looks ahead before "one day"."""


def past(s: Reading) -> Meaning | None:
    """ "recently", but not "most recently last October"."""
    if s.text == "the other day" and re.match(r"[ \n](?:trip|care|school|nurser)|'s", s.after):
        return None
    if s.text.endswith("recently") and DATED.match(s.after) and re.search(r"\b(?:most|as)[ \n]$", s.before):
        return None
    return Reference("PAST_REF")


DATED = re.compile(r"[ \n](?:as[ \n])?(?:in|on|last|this|late|early|yesterday|[12][0-9]{3})\b")


RULES = [
    Rule(
        "former-future",
        "(former|future)",
        lambda s: Reference("PAST_REF" if s.text == "former" else "FUTURE_REF", told=True),
        {"In 1901, in 1903, in 1905 and again in 1907 the [former] mayor spoke.": "PAST_REF"},
        never=["The former mayor spoke yesterday."],
    ),
    Rule(
        "present",
        "(right now|just now|now|currently|current|nowadays|at present|the time being|the present day|"
        "present-day|present day|modern-day|the present time|these days|the present|this time|to date|at the moment)",
        lambda s: present(s),
        {"now": "PRESENT_REF", "currently": "PRESENT_REF", "these days": "PRESENT_REF", "at [this time]": "PRESENT_REF"}
        | {"failed [to date].": "PRESENT_REF", "[To date] 40 have died.": "PRESENT_REF", "[At the moment] he is ill.": "PRESENT_REF"},
        never=[
            "for the moment of truth",
            "this time he won",
            "alternating currents",
            "to date the vase",
            "at the moment of impact",
            "To date the vase, they dug.",
            "at the moment she fell",
        ],
    ),
    Rule(
        "past",
        "(recently|recent|more recently|the recent past|the [distant |not too distant ]past|formerly|"
        "long ago|not long ago|some time ago|once upon a time|lately|the other day)",
        lambda s: (
            past(s)
            if not re.match(r"[ \n](?:[a-z]+[ \n])?(?:years?|months?|weeks?|days?|decades?|tense|few|two|three)\b", s.after)
            or "ly" in s.text
            else None
        ),
        {"recently": "PAST_REF", "the past": "PAST_REF", "not long ago": "PAST_REF", "until [recently]": "PAST_REF"},
        never=["the past tense", "most recently last October", "the other day trip"],
    ),
    Rule(
        "future",
        "(the [near |immediate |foreseeable |distant |not too distant |not-too-distant ]future|"
        "the short term|the long term|the days to come|years to come|the near term|as soon as possible|"
        "a later date|soon|someday|some day|one of these days|one day)",
        lambda s: future(s),
        {
            "in [the future]": "FUTURE_REF",
            "the near future": "FUTURE_REF",
            "will [soon]": "FUTURE_REF",
            "it [soon] will close": "FUTURE_REF",
            "It will [one day] be rebuilt.": "FUTURE_REF",
            "[Someday] it may return.": "FUTURE_REF",
        },
        never=["as soon as", "The future of the firm", "Soon he left", "It lasted one day.", "One day he left."],
    ),
]


AFTER_TO_DATE = re.compile(r"[.,;:!?)]|$|[ \n](?:have|has|had|no|there|and|with)\b")
OPENED_BY_TO_DATE = re.compile(r"[ \n](?:[0-9]|(?:some|more|fewer|only|about|almost|nearly|over|at least|none|they|he|she|it|we|i)\b)")
OF_WHAT = re.compile(
    r"[ \n](?:of|when|that|the|(?:he|she|it|they|we|i)[ \n](?!am|is|are|has|have|do|does|can|says?|lives?|works?|seems?)[a-z]+)\b"
)
"""The moment of something: "at the moment of impact", "at the moment she fell"."""


def present(s: Reading) -> Meaning | None:
    if s.text in ("this point", "this time", "this moment", "the moment", "the present"):
        led = re.search(r"\b(?:at|until|by|for|from|up to|since|to)[ \n]$", s.before)
        return Reference("PRESENT_REF") if led and not re.match(r"[ \n](?:of|he|she|that|when)\b", s.after) else None
    if s.text == "to date" and not (s.goes_on(AFTER_TO_DATE) or (s.raw[0] == "T" and s.goes_on(OPENED_BY_TO_DATE))):
        return None
    if s.text == "at the moment" and s.goes_on(OF_WHAT):
        return None
    return Reference("PRESENT_REF")


def future(s: Reading) -> Meaning | None:
    if s.text == "soon":
        return (
            Reference("FUTURE_REF")
            if (re.search(r"\b(?:will|would|'ll|could|might|may|can|very|be|to)[ \n]$", s.before) and not re.match(r" as| after", s.after))
            or re.match(r"[ \n](?:will|may|could|might)\b", s.after)
            else None
        )
    if s.text == "one day":
        return (
            Reference("FUTURE_REF")
            if FUTURE.search(s.before) and not re.match(r"[ \n](?:after|before|later|earlier|of|or)\b", s.after)
            else None
        )
    if s.text.startswith("the") and re.match(r"[ \n]of\b", s.after):
        return None
    return Reference("FUTURE_REF")

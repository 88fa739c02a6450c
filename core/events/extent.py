"""The date of an event with the open end that "since", "until", "before" and "after" give it, and whether it is a moment or lasted."""

from core.events.draft import Draft
from core.events.tokens import root
from core.model import Extent, Status, Timex
from core.when import DAY, When, civil_from_days, year_text

LASTING = frozenset(
    root(word)
    for word in "command continue govern head hold keep last lead live occupy operate own play reign remain rule run serve stand stay"
    " survive teach use work".split()
)
"""Verbs of what goes on, so that "until" tells its end."""
PUT_OFF = frozenset(root(word) for word in "adjourn defer delay extend give grant prolong postpone put renew reschedule".split())
"""Those whose "until" leads to something new."""
NEARLY = frozenset("shortly just soon right immediately long well days weeks months years hours day week month year hour".split())
"""What says how near "before" or "after" lies."""
GOES_OUT = frozenset("is was had has ended ends began begins closed turned dawned".split())
"""What may be said of a year or a day itself: "before 1919 was out"."""
MONTHS = frozenset(("month", "quarter", "season", "half"))


def extent(draft: Draft, deciding: Timex, kind: Status) -> tuple[When, Extent]:
    """The date with the open end that "since" or "until" gives it, and whether the event is a moment or lasted."""
    when = deciding.when
    assert when is not None
    parse = draft.parse
    before = parse.low(draft.times[0] - 1) if draft.times else ""
    verb = draft.clause.verb
    lasting = draft.clause.role == "apposed" or (
        verb is not None and (verb.form in ("perfect", "present") or parse.low(verb.first) == "had")
    )
    open_ended = before == "since" and draft.nominal is None and lasting and "/" not in when.edtf
    if open_ended:
        return When(f"{when.edtf}/.."), "span"
    if before in ("until", "till") and kind != "denied" and _lasted(draft) and "/" not in when.edtf:
        return When(f"../{when.edtf}"), "span"
    if kind == "happened" and draft.nominal is None and (bounded := _bounded(draft, when)) is not None:
        return bounded, "moment"
    return when, "span" if when.is_interval else "moment"


def _lasted(draft: Draft) -> bool:
    """Whether what a clause tells went on until its date ("ruled until 1932", "was closed until 3 May", but not "was put off until")."""
    verb = draft.clause.verb
    if draft.clause.role == "apposed":
        return True
    if draft.nominal is not None or verb is None or verb.negated:
        return False
    return verb.head in LASTING or verb.head == "be" or (verb.passive and verb.head not in PUT_OFF)


def _bounded(draft: Draft, when: When) -> When | None:
    """The open stretch of what happened at some time "before" or "after" a date that a calendar names; None for anything else.

    "Before May 2019" ends with April; "shortly before", "two days after" and "before 2001 was out" say more and are left alone.
    """
    parse = draft.parse
    first = draft.times[0] if draft.times else 0
    side, lead = parse.low(first - 1), parse.low(first - 2)
    if side not in ("before", "after") or "/" in when.edtf or lead in NEARLY or first - 2 in parse.lengths or parse.is_time(first - 2):
        return None
    if parse.low(first + 1) in GOES_OUT or when.granularity in ("hour", "minute", "second") or when.start is None or when.end is None:
        return None
    year, month, day = civil_from_days(when.start // DAY - 1 if side == "before" else when.end // DAY)
    parts = [year_text(year), f"{month:02d}", f"{day:02d}"]
    text = "-".join(parts[: 3 if when.granularity in ("day", "week") else 2 if when.granularity in MONTHS else 1])
    return When(f"../{text}" if side == "before" else f"{text}/..")

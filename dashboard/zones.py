"""Clock times in the zone that somebody reads them in. Pure: a date in, the same instant by another clock out.

Only a time that is written with its zone can be told by another clock; one without is what some clock showed, and stays as it is.
"""

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from core.when import When

WRITTEN = ""
"""The zone that leaves every time as it is written."""
ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::?\d\d)?)", re.ASCII)


@cache
def zones() -> tuple[str, ...]:
    """The names of the zones that this machine knows, UTC first."""
    return ("UTC", *sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix/", "right/"))))


def in_zone(when: When, zone: str) -> When:
    """The same stretch, its clock times as a clock in that zone shows them; what has no zone, and what no clock can reach, as it is.

    >>> in_zone(When("2021-10-09T23:30Z"), "Asia/Kabul").edtf, in_zone(When("2021-10-09T14:03"), "Asia/Kabul").edtf
    ('2021-10-10T04:00+04:30', '2021-10-09T14:03')
    >>> in_zone(When("2021-10-09T23:30Z"), "").edtf, in_zone(When("2021-10-09T23:30+02:00"), "UTC").edtf
    ('2021-10-09T23:30Z', '2021-10-09T21:30Z')
    """
    if not zone or not ZONED.search(when.edtf):
        return when
    try:
        clock = ZoneInfo(zone)
        return When(ZONED.sub(lambda found: _told(found, clock), when.edtf), when.granularity, when.mod)
    except (ZoneInfoNotFoundError, ValueError, OverflowError):
        return when


def _told(found: re.Match[str], clock: ZoneInfo) -> str:
    there = datetime.fromisoformat(found[0]).astimezone(clock)
    text = there.replace(tzinfo=None).isoformat(timespec="seconds" if found[0][16] == ":" else "minutes")
    offset = there.utcoffset() or timedelta()
    if offset.seconds % 60:
        return found[0]  # before there were zones, each place had a time of its own, which EDTF cannot write
    if not offset:
        return f"{text}Z"
    sign, length = ("-", -offset) if offset < timedelta() else ("+", offset)
    return f"{text}{sign}{length.seconds // 3600:02d}:{length.seconds // 60 % 60:02d}"

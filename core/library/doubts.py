"""Why an event deserves a second look, for the order in which people review what was read."""

from core.table import Row
from core.when import GRANULARITIES

COARSE = GRANULARITIES[: GRANULARITIES.index("month")]


def doubts(row: Row) -> list[str]:
    """What makes an event doubtful, in words, the graver first; the more there are, the sooner it is to be looked at.

    >>> row = {"granularity": "year", "approximate": True, "anchor": None, "published_source": None, "actors": ["Ada"],
    ...        "status": "happened", "timexes": [{"edtf": "2019"}, {"edtf": "2020"}]}
    >>> doubts(row)
    ['two expressions that date it do not agree', 'it is dated only roughly', 'it is dated to a year']
    """
    dates = {timex["edtf"] for timex in row["timexes"] if timex["edtf"]}
    found = {
        "it counts from a date that was only inferred": row["anchor"] is not None and "inferred" in (row["published_source"] or ""),
        "two expressions that date it do not agree": len(dates) > 1,
        "it is dated only roughly": row["approximate"],
        f"it is dated to a {row['granularity']}": row["granularity"] in COARSE,
        f"it is {row['status']}": row["status"] != "happened",
        "it counts from another date": row["anchor"] is not None,
        "nobody takes part in it": not row["actors"],
    }
    return [why for why, holds in found.items() if holds]

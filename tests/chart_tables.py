"""Event tables made by hand for the tests of the timeline."""

import random
from collections.abc import Iterable
from typing import Any

import pandas as pd

from core.when import When

HARBOUR: list[tuple[str, str, str, str]] = [
    ("Harbour Authority", "2021", "Dredging permit requested", ""),
    ("Harbour Authority", "2021-11", "Permit P-118 granted", ""),
    ("Harbour Authority", "2022-02-14", "Pier 7 survey reports cracks", ""),
    ("Harbour Authority", "2022-03-03/2022-03-19", "Emergency closure of pier 7", "span"),
    ("Harbour Authority", "2022-03-20", "Reopening without repair", ""),
    ("Harbour Authority", "2022-09-30", "Director resigns", ""),
    ("Harbour Authority", "2022-10-01/2023-04-15", "Interim board", "span"),
    ("Harbour Authority", "2023-04-16", "New director named", ""),
    ("Harbour Authority", "2023-06", "Compensation fund opened", ""),
    ("Harbour Authority", "2024", "Rebuilding starts", "planned"),
    ("Contractor Nordbau", "2021-12", "Subcontract signed", ""),
    ("Contractor Nordbau", "2022-01-10/2022-02-12", "Piling works", "span"),
    ("Contractor Nordbau", "2022-02", "Site diary page missing", ""),
    ("Contractor Nordbau", "2022-04-05", "Invoice 4411 paid twice", "denied"),
    ("Contractor Nordbau", "2022-11-08", "Offices searched", ""),
    ("Contractor Nordbau", "2022-11-09", "Engineer gives statement", ""),
    ("Contractor Nordbau", "2023", "Assets sold", ""),
    ("Contractor Nordbau", "2023-02-01", "Files for insolvency", ""),
    ("City Council", "2022-01-26/2022-01-28", "Budget debate", "span"),
    ("City Council", "2022-03-07", "Question by councillor Reyes", ""),
    ("City Council", "2022-05-12", "Inquiry committee voted", ""),
    ("City Council", "2022-06-14/2022-10-21", "Public hearings", "span"),
    ("City Council", "2022-08-29", "Interim report leaked", ""),
    ("City Council", "2022-09-02", "Interim report published", ""),
    ("City Council", "2022-12-15", "Mayor loses confidence vote", ""),
    ("City Council", "2023-03~", "Final report", ""),
    ("City Council", "2023-05-14", "Elections", ""),
    ("City Council", "2024-03-05", "Memorial unveiled", "planned"),
    ("Press", "2022-02", "First reader tip received", ""),
    ("Press", "2022-03-04", 'Daily Courier: "Cracks ignored"', ""),
    ("Press", "2022-03-05", "Photo of cracked pile published", ""),
    ("Press", "2022-04", "Source A interviewed", "hypothetical"),
    ("Press", "2022-04-21", "Data request filed", ""),
    ("Press", "2022-07-18/2022-07-21", "Documents released (312 pages)", "span"),
    ("Press", "2022-11-01/2022-12-20", "Podcast series", "span"),
    ("Press", "2023-03-12", "Correction printed", ""),
    ("Prosecutor", "2022", "Preliminary file opened", ""),
    ("Prosecutor", "2022-11-08/2022-11-10", "Searches at two sites", "span"),
    ("Prosecutor", "2023-09-18", "Charges against three managers", ""),
    ("Prosecutor", "2024-01-15/2024-04-26", "Trial", "span"),
    ("Prosecutor", "2024-06-11", "Verdict", ""),
]
"""Actor, EDTF, label, and what is not plain of extent and status."""


def row(number: int, edtf: str, label: str, actors: Iterable[str] = (), **more: Any) -> dict[str, Any]:
    """One event as a row of the table."""
    when = When(edtf)
    return {
        "id": f"e{number}",
        "label": label,
        "edtf": edtf,
        "start_ms": float("nan") if when.start is None else float(when.start),
        "end_ms": float("nan") if when.end is None else float(when.end),
        "granularity": when.granularity,
        "extent": "moment",
        "approximate": when.approximate,
        "status": "happened",
        "actors": list(actors),
    } | more


def table(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """The rows as the dashboard's table."""
    columns = list(row(0, "2000", ""))
    return pd.DataFrame(list(rows), columns=columns)


def harbour() -> pd.DataFrame:
    """Forty events of five actors over four years: what the timeline looks like."""
    return table(
        row(i, edtf, label, [actor], **({"extent": how} if how == "span" else {"status": how} if how else {}))
        for i, (actor, edtf, label, how) in enumerate(HARBOUR)
    )


def crowd(count: int = 4000, actors: int = 30, seed: int = 7) -> pd.DataFrame:
    chance = random.Random(seed)
    names = [f"Actor {i}" for i in range(actors)]
    days = [f"{chance.randint(1950, 2020)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}" for _ in range(count)]
    weights = [1 / (i + 1) for i in range(actors)]
    return table(
        row(i, day, f"Happening {i} of that day", chance.choices(names, weights, k=chance.randint(0, 3))) for i, day in enumerate(days)
    )

"""The table of countries knows what babel and countryinfo know."""

import re

import pytest
from babel import Locale
from countryinfo import all_countries

from core.actors.lexicon import known, places

TERRITORIES = {code: name for code, name in Locale("en").territories.items() if re.fullmatch("[A-Z]{2}", code)}
NO_COUNTRIES = {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UM", "UN", "XA", "XB", "ZZ"}
"""Codes of islands without people, unions, regions and tests."""


@pytest.mark.parametrize("name", sorted(name for code, name in TERRITORIES.items() if code not in NO_COUNTRIES))
def test_every_territory_is_a_country(name: str) -> None:
    assert known()[name].kind == "country"


def test_most_demonyms_and_capitals_lead_to_their_country() -> None:
    rows = [country.info() for country in all_countries()]
    demonyms = [row["demonym"] for row in rows if row.get("demonym") and row["name"] in known()]
    missing = [d for d in demonyms if d not in known()]
    assert len(missing) < len(demonyms) / 10, missing
    wrong = [
        row["name"] for row in rows if known().get(str(row.get("capital"))) and known()[row["capital"]].kind not in ("place", "country")
    ]
    assert wrong == []


def test_places_are_no_countries() -> None:
    assert {"Helmand", "Yorkshire", "Rubicon"} <= places()
    assert not {name for name in places() if name in known() and known()[name].kind == "country"}

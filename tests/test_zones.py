"""Clock times by another clock: the instant stays, what has no zone stays, and the pages show the zone that is chosen."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import given, strategies
from streamlit.testing.v1 import AppTest

from core.when import When
from dashboard import shelf
from dashboard.zones import in_zone, zones
from tests.test_views import APP, html, linked, turn


@pytest.mark.parametrize(
    ("edtf", "zone", "expected"),
    [
        ("2021-10-09T14:03Z", "Europe/Berlin", "2021-10-09T16:03+02:00"),
        ("2021-12-09T14:03Z", "Europe/Berlin", "2021-12-09T15:03+01:00"),
        ("2021-10-09T14:03:22Z", "Asia/Kabul", "2021-10-09T18:33:22+04:30"),
        ("2021-10-09T22:00-05:00", "UTC", "2021-10-10T03:00Z"),
        ("2021-10-09T14:00Z/2021-10-09T23:30Z", "Asia/Tokyo", "2021-10-09T23:00+09:00/2021-10-10T08:30+09:00"),
        ("2021-10-09T14:03", "Asia/Tokyo", "2021-10-09T14:03"),  # whose clock, nobody says
        ("2021-10-09", "Asia/Tokyo", "2021-10-09"),
        ("1850-10-09T14:03Z", "Europe/Berlin", "1850-10-09T14:03Z"),  # Berlin was 53 minutes and 28 seconds ahead
        ("9999-12-31T23:30Z", "Asia/Tokyo", "9999-12-31T23:30Z"),
        ("-0043-03-15T12:00Z", "Asia/Tokyo", "-0043-03-15T12:00Z"),
        ("2021-10-09T14:03Z", "Nowhere/Land", "2021-10-09T14:03Z"),
    ],
)
def test_a_time_is_told_by_the_clock_of_the_zone(edtf: str, zone: str, expected: str) -> None:
    assert in_zone(When(edtf), zone).edtf == expected


@given(strategies.datetimes(), strategies.sampled_from(zones()))
def test_the_instant_stays(moment: object, zone: str) -> None:
    when = When(f"{moment:%Y-%m-%dT%H:%M}Z".rjust(17, "0"))
    there = in_zone(when, zone)
    assert (there.start, there.end, there.granularity) == (when.start, when.end, when.granularity)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The app on an event whose hour is known, with its zone."""
    (tmp_path / "log.md").write_text("---\npublished: 2021-10-12\n---\nThe Board met at 23:30 UTC on 9 October 2021.\n", "utf-8")
    monkeypatch.setenv(shelf.INPUTS, json.dumps([str(tmp_path)]))
    yield AppTest.from_file(str(APP), default_timeout=60)
    st.cache_resource.clear()


def test_the_chosen_zone_holds_on_every_page_and_in_the_link(app: AppTest) -> None:
    app.run()
    app.button("step-K").click().run()
    assert "9 October 2021, 23:30 UTC" in html(app)
    app.selectbox("zone-chosen").set_value("Asia/Tokyo").run()
    assert linked(app, "zone") == ["Asia/Tokyo"]
    assert "10 October 2021, 08:30 UTC+09:00" in html(app) and "written as 9 October 2021, 23:30 UTC" in html(app)
    turn(app, "agenda")
    assert "10 October 2021, 08:30 UTC+09:00" in html(app)


def test_the_zone_holds_for_actors_and_sources_too(app: AppTest, tmp_path: Path) -> None:
    for name in ("one", "two"):
        text = f"---\npublished: 2021-10-12\n---\nThe ferry Marle of Nordbau sank at 23:30 UTC on 9 October 2021, the {name} paper said.\n"
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    app.query_params["zone"] = "Asia/Tokyo"
    turn(app.run(), "actors")
    assert "10 October 2021, 08:30 UTC+09:00" in set(app.dataframe[0].value["first"])
    turn(app, "compare")
    assert list(app.dataframe[0].value["when"]) == ["10 October 2021, 08:30 UTC+09:00"]


def test_a_zone_that_is_none_is_said(app: AppTest) -> None:
    app.query_params["zone"] = "Mars/Olympus"
    app.run()
    assert not app.exception and "zone=Mars/Olympus (no time zone)" in html(app)

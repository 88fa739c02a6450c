"""Documents that are on their way in: how far they are, on whatever page one is, and a way to stop them."""

import streamlit as st

from dashboard import session
from dashboard.intake import Intake
from dashboard.words import say

MINUTE = 60
"""From so many seconds on, minutes are told."""


def intake_panel(*, tell: bool = True) -> bool:
    """Draws it where documents are being read, and tells whether they are; when they are in, says once what came of them, or, without
    `tell`, leaves that to the page."""
    intake = session.intake()
    if intake is None:
        return False
    if not intake.done:
        _watch()
        return True
    if tell and not intake.told:
        st.toast(summary(intake), icon=":material/article:", duration="long")
    intake.told = True
    return False


def summary(intake: Intake) -> str:
    """What was added, in a line."""
    counted = {"count": len(intake.added), "whole": intake.whole, "events": intake.events}
    told = say("add.done" if not intake.stopped else "add.stopped.of" if intake.whole else "add.stopped", **counted)
    return say("add.left-out", told=told, count=len(intake.problems)) if intake.problems else told


@st.fragment(run_every=0.5)
def _watch() -> None:
    intake = session.intake()
    if intake is None or intake.done:
        st.rerun()
    with st.container(key="intake", border=True):
        st.progress(intake.share, text=told(intake))
        st.button(say("add.stop"), key="intake-stop", on_click=intake.stop, help=say("add.stop.help"))


def told(intake: Intake) -> str:
    """How many documents are read, how fast, and how long the others will take."""
    counted = {"read": intake.read, "whole": intake.whole, "events": intake.events}
    line = say("add.reading.of" if intake.whole else "add.reading", **counted)
    if (pace := intake.pace) is None:
        return line
    rate, left = pace
    time = say("add.seconds", count=round(left)) if left < MINUTE else say("add.minutes", count=round(left / MINUTE))
    return say("add.pace", told=line, rate=f"{rate:.1f}" if rate < 10 else round(rate), left=time)

"""Documents that are on their way in: how far they are, on whatever page one is, and a way to stop them."""

import streamlit as st

from dashboard import session
from dashboard.intake import Intake
from dashboard.words import say


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
        counted = {"read": intake.read, "whole": intake.whole, "events": intake.events}
        st.progress(intake.share, text=say("add.reading.of" if intake.whole else "add.reading", **counted))
        st.button(say("add.stop"), key="intake-stop", on_click=intake.stop, help=say("add.stop.help"))

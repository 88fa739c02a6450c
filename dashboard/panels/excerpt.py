"""The excerpt panel: what was said, where, by whom, and why it has its date."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from core.chronology import Happening
from core.table import Row
from dashboard import excerpt, session
from dashboard.corroboration import corroboration
from dashboard.panels import chart
from dashboard.panels.compare import compare_link
from dashboard.panels.decide import decide_panel
from dashboard.panels.happening import happening_panel
from dashboard.words import say

Page = Literal["timeline", "agenda", "document", "review"]
TIMELINE, READ = "dashboard/views/timeline.py", "dashboard/views/document.py"


def excerpt_panel(order: Sequence[str], on: Page = "timeline", *, after: Callable[[], None] = lambda: None) -> None:
    """Draws the panel of the chosen event. `order` holds the ids between which one steps; `on` a document its opening is not offered.

    In the review, letters decide about the event, and `after` follows upon accept and reject.
    """
    reader, keys = on == "document", on == "review"
    session.settle()
    chosen = session.event(session.chosen())
    with st.container(key="excerpt", border=True):
        _steps(order, chosen)
        if chosen is None:
            st.html(f'<p class="hint">{_hint(order, on)}</p>')
            if session.opened().seeds and not session.intake() and not reader:
                st.html(f'<p class="hint">{say("excerpt.samples")}</p>')
            return
        documents = session.documents()
        document = documents[chosen["document"]]
        if keys:  # at hand, whatever there is to read below
            decide_panel(chosen, document, keys=True, after=after)
        there = chosen["id"] in session.events()  # and not one that was rejected
        zone, others, happening = session.zone(), "", None
        if there:
            happening = session.happening(chosen["id"])
            others = corroboration(chosen, happening, session.events().those(happening.events), documents, zone)
        st.html(excerpt.panel(chosen, document, others, zone))
        _ways(happening, on)
        if there:
            happening_panel(chosen)
        if not keys:
            decide_panel(chosen, document)


def _ways(happening: Happening | None, on: Page) -> None:
    """Draws the ways on: to the chart, which a table beneath it pushes out of sight, to the other sources, to the document."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ways"):
        if happening:
            label, icon = say("excerpt.show"), ":material/timeline:"
            if on == "timeline":
                st.markdown(f"[{icon} {label}](#{chart.PLACE})", width="content")
            else:
                st.page_link(TIMELINE, label=label, icon=icon, query_params=session.link())
            compare_link(happening)
        if on != "document" and st.button(say("open-document"), key="open-document", icon=":material/article:"):
            st.switch_page(READ, query_params=session.link())


def _hint(order: Sequence[str], on: Page) -> str:
    if not order:
        return say("excerpt.none")
    if session.chosen():
        return say("excerpt.not-here")
    return say(f"excerpt.choose.{on}")


def _steps(order: Sequence[str], chosen: Row | None) -> None:
    """Buttons to the event before and after, which the keys J and K press too."""
    here = order.index(chosen["id"]) if chosen and chosen["id"] in order else None
    before = order[here - 1] if here else None
    after = order[0] if here is None and order else order[here + 1] if here is not None and here + 1 < len(order) else None
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        head = say("excerpt.head") if here is None else say("excerpt.place", place=here + 1, count=len(order))
        st.html(f'<p class="hint">{head}</p>', width="stretch")
        for label, target, key in ((say("excerpt.previous"), before, "J"), (say("excerpt.next"), after, "K")):
            st.button(
                label, key=f"step-{key}", type="tertiary", disabled=target is None, on_click=session.choose, args=(target,), shortcut=key
            )
        if chosen:
            st.button(say("excerpt.close"), key="close", type="tertiary", on_click=session.choose, args=(None,), shortcut="X")

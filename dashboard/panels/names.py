"""The names of those who take part: called otherwise, joined, taken apart; and the aliases file of it."""

from html import escape
from io import BytesIO

import pandas as pd
import streamlit as st

from core.aliases import write_aliases
from core.errors import DatelineError
from core.library import Decision
from core.library.names import aliases_of, renames
from core.table import when
from dashboard import session, words
from dashboard.panels.decide import WHY, why, why_field
from dashboard.upload import received_aliases
from dashboard.words import say

OLD, NEW, IN = "names-old", "names-new", "names-in"


def names_panel() -> None:
    """Draws the names with their counts, and what can be done with them."""
    names = dict(session.names())
    listed, acts = st.columns([2, 3], gap="medium")
    with listed:
        shown = pd.DataFrame({say("names.name"): list(names), say("names.events"): list(names.values())})
        st.dataframe(shown, hide_index=True, height=min(560, 38 + 35 * max(1, len(shown))), key="names-table")
    with acts, st.container(key="names"):
        if trouble := session.trouble():
            st.html(f'<p role="alert" class="problem">{escape(trouble)}</p>')
        _rename(names)
        _aliases_file()


def _rename(names: dict[str, int]) -> None:
    old = st.multiselect(
        say("names.these"),
        list(names),
        key=OLD,
        format_func=lambda name: say("filters.counted", name=name, count=names.get(name, 0)),
        placeholder=say("names.these.hint"),
    )
    st.text_input(say("names.called"), key=NEW, placeholder=old[0] if old else "", max_chars=200)
    if len(old) == 1:
        table = session.table()
        told = {row["id"]: row for row in table[[old[0] in held for held in table["actors"]]].to_dict("records")}
        st.multiselect(
            say("names.in"),
            list(told),
            key=IN,
            format_func=lambda id: f"{words.in_words(when(told[id]))}: {told[id]['label']}" if id in told else id,
            placeholder=say("names.in.hint"),
        )
    why_field(shown=True)
    with st.container(horizontal=True, gap="small"):
        st.button(say("names.call"), key="names-rename", type="primary", on_click=_take, disabled=not old)
        st.button(say("decide.undo"), key="names-undo", on_click=session.undo, disabled=not session.decided())


def _take() -> None:
    old = list(session.widget(OLD) or [])
    new = str(session.widget(NEW) or "").strip() or old[0]
    events = tuple(session.widget(IN) or ()) if len(old) == 1 else ()
    renamed = {name: new for name in old if name != new}
    if session.decide(Decision("rename", events, renamed, why())):
        for key in (OLD, IN):
            session.set_widget(key, [])
        for key in (NEW, WHY):
            session.set_widget(key, "")


def _aliases_file() -> None:
    """The renames as a file that `dateline extract --aliases` reads too, and a file of them taken over."""
    st.divider()
    st.download_button(say("names.save"), _written, file_name="aliases.csv", key="names-export", on_click="ignore")
    st.file_uploader(say("names.take"), key="names-import", type=["csv"], on_change=_imported)


def _written() -> bytes:
    stream = BytesIO()
    write_aliases(aliases_of(session.log()), stream)
    return stream.getvalue()


def _imported() -> None:
    file = session.widget("names-import")
    if file is None:
        return
    try:
        names = renames(received_aliases(file.name, file.getvalue()))
    except DatelineError as error:
        session.complain(str(error))
        return
    session.decide(Decision("rename", (), names, say("names.imported", file=file.name)))

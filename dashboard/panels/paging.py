"""A long list a page at a time: the page of an event that was just chosen, else the one that was turned to."""

import streamlit as st

from dashboard import session


def page(key: str, count: int, size: int, place: int | None) -> int:
    """The page to show, from 1, of `count` entries; `place` is that of the chosen event among them."""
    followed = f"{key}-followed"
    if session.chosen() != session.widget(followed) and place is not None:
        session.set_widget(key, place // size + 1)
    elif int(session.widget(key) or 1) > _pages(count, size):  # type: ignore[call-overload]
        session.set_widget(key, 1)
    session.set_widget(followed, session.chosen())
    return int(session.widget(key) or 1)  # type: ignore[call-overload]


def turn(key: str, count: int, size: int) -> None:
    """Draws the pages to turn to, where there are several."""
    if count > size:
        st.pagination(_pages(count, size), key=key)


def _pages(count: int, size: int) -> int:
    return max(-(-count // size), 1)

"""A page with the timeline of a generated collection and a filter by actor, for `scale.py`."""

import os

import numpy as np
import pandas as pd
import streamlit as st

from benchmarks.crowd import crowd
from dashboard.timeline.component import timeline
from dashboard.timeline.lanes import Groups, groups


@st.cache_resource
def collection() -> tuple[pd.DataFrame, Groups]:
    """The table and who stands in which row."""
    table = crowd(int(os.environ["CROWD"]))
    return table, groups(table, "actors", np.arange(len(table)))


@st.cache_resource(max_entries=8)
def taken(name: str) -> pd.DataFrame:
    """The rows of an actor."""
    table, named = collection()
    return table.take(named.mark_of[named.code_of == named.names.index(name)])


st.set_page_config(layout="wide")
everything, _ = collection()
chosen = st.segmented_control("Actor", [f"Actor {number}" for number in range(1, 7)])
rows = taken(chosen) if chosen else everything
st.write(f"{len(rows):,} events")
st.fragment(lambda: timeline(rows, key="timeline", of=everything))()

"""Streamlit's server with the pages of streamlit_app.py, and beside them plotly.js in the form that a browser reads fastest."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.timeline import plotly_js

HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Encoding": "identity",  # else Streamlit would compress it anew for each visitor, which takes longer than it saves here
    "X-Content-Type-Options": "nosniff",
}


def run(script: Path, settings: Mapping[str, Any]) -> None:
    """Serves the script with Streamlit's settings until it is told to end."""
    content = plotly_js.fast()

    async def answer(_: Request) -> Response:
        return Response(content, media_type="text/javascript", headers=HEADERS)

    plotly_js.offered = True
    sys.argv = [str(script)]  # Streamlit looks for .streamlit/config.toml beside what was started
    st.App(script, routes=[Route(plotly_js.ADDRESS, answer)]).run(config=settings)

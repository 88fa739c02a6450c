"""plotly.js for the browser, from the installed plotly package: as it is, or in the form that a browser reads fastest."""

from importlib.resources import files
from pathlib import Path

import plotly

FOLDER = Path(str(files("plotly"))) / "package_data"
NAME = "plotly.min.js"
ADDRESS = f"/plotly-{plotly.__version__}.js"
"""Where `dateline serve` offers it; the version makes the address another one when the content is, so that browsers keep it."""
EAGER = b"//# allFunctionsCalledOnLoad\n"
"""V8's explicit compile hint: all is compiled while it arrives and beside the main thread, not when it is called (v8.dev, 2025)."""
_BEGIN, _END = b'"use strict";var Plotly=', b"return Plotly;"

offered: bool = False
"""Whether this server answers at ADDRESS."""


def fast() -> bytes:
    """plotly.js with the compile hint and without the module wrapper, which a browser would parse twice; it sets `window.Plotly` alike.

    >>> fast().startswith(EAGER), len(fast()) > 1_000_000
    (True, True)
    """
    code = (FOLDER / NAME).read_bytes()
    licence = code[: code.find(b"*/") + 2]
    begin, end = code.find(_BEGIN), code.rfind(_END)
    return EAGER + (licence + b"\n" + code[begin:end] if 0 <= begin < end else code)

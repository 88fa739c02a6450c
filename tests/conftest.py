"""Tests that need material from outside the repository ask for the fixture `shared`; where the folder is absent they are not collected."""

import atexit
import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure: how long things take is measured in benchmarks/, not here.
# In CI the examples are the same at every run, so that what lands is what was tried; at a desk they are new each time, to find more.
settings.register_profile("dateline", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("dateline")

# No test opens the library of whoever runs them, nor any program that it starts.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="dateline-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_DATA_HOME"], ignore_errors=True)
for name in ("DATELINE_LIBRARY", "DATELINE_INPUTS"):
    os.environ.pop(name, None)

# Whoever starts the tests in the background has them ignore Ctrl-C, and so would every program that they start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DATELINE_SHARED") or ROOT.parent / "shared")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder that `DATELINE_SHARED` names (default `../shared`)."""
    return SHARED


@pytest.fixture(autouse=True)
def _patience(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the pages wait for the library, however slow the machine is: nothing runs them again in these tests."""
    if "app" in request.fixturenames:
        monkeypatch.setattr("dashboard.shelf.AT_ONCE", 60.0)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if SHARED.is_dir():
        return
    outside = [item for item in items if "shared" in getattr(item, "fixturenames", ())]
    if outside:
        config.hook.pytest_deselected(items=outside)
        items[:] = [item for item in items if item not in outside]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not SHARED.is_dir():
        terminalreporter.write_line(
            f"tests on outside material were not collected: {SHARED} is absent (DATELINE_SHARED names another place)"
        )

"""The console script `dateline`: core's commands, and `serve`, the dashboard."""

import gc
import json
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path

import click

import core.chronology.cli
import core.library.cli
import core.library.review_cli  # noqa: F401  # their commands join those of core.cli
from core.cli import Words, cli
from core.errors import DatelineError, ReadError, printable
from core.readers import count

APP = Path(__file__).parents[1] / "streamlit_app.py"
ADDRESS = "127.0.0.1"
SETTINGS = {
    "server.address": ADDRESS,
    "server.headless": True,
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": False,
    "client.showErrorDetails": "none",
    "logger.enableRich": False,  # why a page failed goes to standard error, plain
    "logger.level": "error",
    "logger.hideWelcomeMessage": True,
}
"""What holds for the dashboard wherever it is started from; the rest stands in .streamlit/config.toml."""
COLLECTED = 10_000
"""Cycles are looked for after so many new objects: Python's 700 cost an eighth of the time, for next to nothing that goes in cycles."""
GRACE = 3.0
"""Seconds that the server has for saying goodbye to its visitors when it is told to end."""
LINES = 10
"""How many inputs with nothing to show are named when the server starts."""
ENDS = {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}
"""The signals upon which it ends: Ctrl-C, to be told to, and the terminal closed."""


@cli.command(short_help="The dashboard, on this machine only.")
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option("--library", metavar="PATH", help="The library to show and to keep everything in; it is made where there is none.")
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="The port to listen on, on this machine only.")
@click.option("--fetch", is_flag=True, envvar="DATELINE_FETCH", help="Let the page Add fetch the pages of addresses (http, https).")
@click.option("--no-browser", is_flag=True, help="Only print the address, open nothing.")
def serve(inputs: tuple[str, ...], library: str | None, port: int, fetch: bool, no_browser: bool) -> None:
    """Show events on an interactive timeline in the browser, and decide about them.

    With INPUT those of the documents given: what is added or decided there goes when the dashboard ends. Without INPUT those of the
    library that --library names, else DATELINE_LIBRARY, else your own where it holds documents: all is kept. Else the sample documents.

    \b
      dateline serve articles/
      dateline serve --library case.db
      dateline serve article.txt --port 8600 --no-browser

    The address is printed when the dashboard is ready; Ctrl-C ends it.
    """
    if inputs and library:
        raise click.UsageError("give documents or a library: dateline add puts documents into a library")
    paths = [Path(given) for given in inputs]
    missing = [f"{printable(str(path))}: no such file or folder; check the path" for path in paths if not path.exists()]
    if missing and len(missing) == len(paths):
        raise ReadError("\n".join(missing))
    for message in missing:
        click.echo(f"dateline: {message}", err=True)
    paths = [path for path in paths if path.exists()]
    if paths and count(*paths) == 0:
        raise ReadError(f"{' '.join(printable(str(path)) for path in paths)}: no documents; give a file, or a folder that holds some")
    if not _is_free(port):
        raise DatelineError(f"port {port} is in use: end what listens there, or give another with --port")
    if paths:
        os.environ["DATELINE_INPUTS"] = json.dumps([str(path.resolve()) for path in paths])
    if library:
        os.environ["DATELINE_LIBRARY"] = str(Path(library).resolve())
    os.environ["DATELINE_FETCH"] = str(int(fetch))
    _end_when_told()
    threading.Thread(target=_announce, args=(port, not no_browser), daemon=True).start()

    from dashboard import server

    server.run(APP, {**SETTINGS, "server.port": port})


def _end_when_told() -> None:
    """Let Ctrl-C and SIGTERM end the server for certain: by itself it waits for ever for a visitor who does not take his answer.

    Signals wait for a thread of their own, which passes them on and ends what is still there after GRACE seconds.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return  # Windows has no such signals

    def wait() -> None:
        told = signal.sigwait(ENDS)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
        signal.raise_signal(signal.SIGINT if told == signal.SIGINT else signal.SIGTERM)
        time.sleep(GRACE)
        shelf = sys.modules.get("dashboard.shelf")
        if shelf is not None:
            shelf.leave()
        os._exit(0)

    signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
    threading.Thread(target=wait, daemon=True).start()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: a port just left counts as free
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def _announce(port: int, browse: bool) -> None:
    """Print the address once the page answers, show it, and say what there is to say of the inputs."""
    address = f"http://{ADDRESS}:{port}"
    while not (_answers(f"{address}/_stcore/health", b"ok") and _answers(address, b'<div id="root">')):
        time.sleep(0.1)
    click.echo(f"Dateline is ready at {address}")
    sys.stdout.flush()
    if browse:
        import webbrowser

        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)  # a browser that is started here must still hear them
        webbrowser.open(address)
    _report()


def _report() -> None:
    """Read the documents before the first visitor asks, and say of which there is nothing to show."""
    from dashboard import shelf

    words = Words()
    try:
        opened, documents = shelf.opened(), shelf.contents().documents
    except DatelineError as error:
        words.say(str(error))  # as the page does
        return
    silent = [printable(id) for id, shelved in documents.about.items() if not shelved.events] if opened.passing else []
    lines = [*opened.problems, *opened.notes, *(f"no dated events in {id}" for id in silent)]
    for line in lines[:LINES]:
        words.say(line)
    if len(lines) > LINES:
        words.say(f"and {len(lines) - LINES:,} more like these")


def _answers(address: str, expected: bytes) -> bool:
    from urllib.request import ProxyHandler, build_opener

    opener = build_opener(ProxyHandler({}))  # this machine is asked, whatever proxy there is
    try:
        with opener.open(address, timeout=5) as answer:
            return expected in answer.read()
    except OSError:
        return False


def main() -> None:
    """Run the command line; one that is told to end removes its unfinished files first."""
    gc.set_threshold(COLLECTED)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    cli(prog_name="dateline")

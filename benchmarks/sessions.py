"""Ten visitors at once on the running dashboard, each acting every two seconds: waits, errors, and the memory of a further session.

`python -m benchmarks.sessions [SESSIONS [SECONDS [EVENTS]]]`, on the seeds, or on a generated library of so many events (`collection.py`),
over loopback only. A visitor here speaks Streamlit's protocol without a browser, so that it is the server that is measured: he filters by a
word or an actor, opens an event, or clears all, by a link, upon which the whole page runs, and waits until it has been sent to its end.
"""

import asyncio
import os
import random
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.collection import library
from benchmarks.scale import memory
from core import extract, read
from core.library import Library, Wanted
from scripts.visit import serving

SESSIONS, SECONDS, PAUSE = 10, 60.0, 2.0
FURTHER = 20
"""Sessions whose memory is weighed, after the first ones have warmed the server."""
WORDS = ("Kabul", "troops", "talks", "Doha", "August")


class Visitor:
    """One session: what it asks, how long the answer takes."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self.socket = socket
        self.opening = False

    async def act(self, query: dict[str, str]) -> tuple[float, bool]:
        """Milliseconds until the page of that link has been sent, and whether it was sent without an error."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode(query)
        start, sound, self.opening = time.perf_counter(), True, False
        await self.socket.send(message.SerializeToString())
        async for told in self.socket:
            said = ForwardMsg.FromString(told)
            self.opening |= said.delta.add_block.id.endswith("opening")
            sound &= not (said.HasField("delta") and said.delta.new_element.HasField("exception"))
            if said.HasField("script_finished"):
                return 1000 * (time.perf_counter() - start), sound and said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return 1000 * (time.perf_counter() - start), False


def acts(actor: str, words: Sequence[str], events: Sequence[str]) -> list[dict[str, str]]:
    """What visitors ask for."""
    return [{}, {"actor": actor}, {"status": "planned"}, *({"q": word} for word in words), *({"event": event} for event in events)]


def asked_of(made: Path | None) -> list[dict[str, str]]:
    """What they ask of the seeds, or of a generated library."""
    if made is None:
        return acts("Taliban", WORDS, [event.id for document in read("seeds/articles") for event in extract(document)][::8])
    with Library(made) as opened:
        return acts("Actor 1", ("council", "treaty", "bridge"), [told["id"] for told in opened.events(Wanted(limit=400))][::20])


async def visit(address: str) -> Visitor:
    """A new session, its first page sent: while the library is still read, it is asked for again."""
    url = address.replace("http", "ws") + "/_stcore/stream"
    visitor = Visitor(await websockets.connect(url, subprotocols=["streamlit"], origin=address, max_size=None))
    await visitor.act({})
    while visitor.opening:
        await asyncio.sleep(1)
        await visitor.act({})
    return visitor


async def live(visitor: Visitor, asked: list[dict[str, str]], chance: random.Random, until: float) -> list[tuple[float, bool]]:
    """Acts every PAUSE seconds, not all visitors at the same moment."""
    await asyncio.sleep(chance.uniform(0, PAUSE))
    waits = []
    while time.perf_counter() < until:
        begun = time.perf_counter()
        waits.append(await visitor.act(chance.choice(asked)))
        await asyncio.sleep(max(PAUSE - (time.perf_counter() - begun), 0))
    return waits


def worked(process: int) -> float:
    """Milliseconds of processor time that a process has taken so far."""
    spent = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return 1000 * sum(map(int, spent)) / os.sysconf("SC_CLK_TCK")


async def measured(
    address: str, process: int, asked: list[dict[str, str]], sessions: int, seconds: float
) -> tuple[list[float], int, float, float]:
    """The waits of all visitors, how many acts failed, the server's work for an act, and the megabytes of a further session."""
    visitors = [await visit(address) for _ in range(sessions)]
    until, begun = time.perf_counter() + seconds, worked(process)
    told = await asyncio.gather(*(live(each, asked, random.Random(number), until) for number, each in enumerate(visitors)))
    work, before = worked(process) - begun, memory(process)
    further = [await visit(address) for _ in range(FURTHER)]
    grown = (memory(process) - before) / FURTHER
    for each in (*visitors, *further):
        await each.socket.close()
    waits = [wait for one in told for wait in one]
    return [wait for wait, _ in waits], sum(not sound for _, sound in waits), work / len(waits), grown


def main() -> None:
    """Prints a Markdown table."""
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    made = library(int(sys.argv[3])) if len(sys.argv) > 3 else None
    with serving(*(["--library", made] if made else [])) as (address, process):
        waits, failed, work, grown = asyncio.run(measured(address, process, asked_of(made), sessions, seconds))
    print(f"\n| sessions at once | acts | failed | median, ms | p95, ms | work an act, ms | a further session, MB |\n{'|---:' * 7}|")
    median, slow = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
    print(f"| {sessions} | {len(waits)} | {failed} | {median:.0f} | {slow:.0f} | {work:.0f} | {grown:.1f} |")


if __name__ == "__main__":
    main()

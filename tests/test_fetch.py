"""Pages from the web, against a server on this machine: what is asked for is fetched and kept, and nothing else can be reached."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.errors import ReadError
from core.library import Library
from core.pipeline import extract
from core.readers import Fetcher, read
from core.readers import fetch as fetching
from core.readers.fetch import checked, public
from dashboard.cli import cli

WORDS = "The ferry Marle sank off Lorn on 3 May 2019, and twelve people died in the cold water of the sound."
HTML = f"<html><head><title>The ferry</title></head><body><article><p>{WORDS}</p></article></body></html>".encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
Say = Callable[[socket.socket, str], None]


class Server:
    """A server on a port of this machine that says what it is told to, whatever it is asked; `asked` are the lines of the requests."""

    def __init__(self, say: Say) -> None:
        self._say, self.asked = say, list[str]()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=[connection], daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            asked = connection.recv(65536).decode("latin-1")
            self.asked.append(asked)
            self._say(connection, asked.split(" ")[1])

    def url(self, path: str = "/ferry.html", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        self._listening.close()


@pytest.fixture
def serve() -> Iterator[Callable[[Say | bytes], Server]]:
    made: list[Server] = []

    def start(say: Say | bytes) -> Server:
        made.append(Server(say if callable(say) else lambda connection, _: connection.sendall(say)))
        return made[-1]

    yield start
    for server in made:
        server.close()


def fetcher(**own: object) -> Fetcher:
    """One for which every name is this machine, which alone is permitted."""
    return Fetcher(**{"resolve": lambda host, port: ["127.0.0.1"], "permitted": lambda a: a == "127.0.0.1", "seconds": 10.0, **own})  # type: ignore[arg-type]


def answer(content: bytes = HTML, head: bytes = HEAD) -> bytes:
    return head + b"Content-Length: %d\r\n\r\n" % len(content) + content


def refused(server: Server, why: str, url: str | None = None, **own: object) -> None:
    with pytest.raises(ReadError, match=why) as error:
        fetcher(**own).fetch(url or server.url())
    assert "\n" not in str(error.value)


def test_a_page_is_read_and_kept_as_it_was(serve: Callable[[bytes], Server], tmp_path: Path) -> None:
    server = serve(answer())
    (document,) = read(server.url(), fetcher=fetcher())
    assert document.id == f"news.example:{server.port}/ferry" and document.text == WORDS and document.title == "The ferry"
    assert document.url == document.origin == server.url() and document.retrieved and document.retrieved.endswith("+00:00")
    assert server.asked[0].startswith("GET /ferry.html HTTP/1.1\r\n") and f"Host: news.example:{server.port}" in server.asked[0]
    with Library(tmp_path / "library.db") as library:
        library.add(document, extract(document))
        (shelved,) = library.documents()
        assert (shelved.url, shelved.origin, shelved.retrieved) == (server.url(), server.url(), document.retrieved)
        assert library.original(document.id) == HTML and library.faults() == []


def test_an_address_is_not_fetched_unless_somebody_says_so(
    serve: Callable[[bytes], Server], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(answer())
    with pytest.raises(ReadError, match="it is fetched only when you say so, with dateline add --fetch"):
        list(read(server.url()))
    monkeypatch.delenv("DATELINE_FETCH", raising=False)
    for command in (["extract"], ["add", "--library", str(tmp_path / "none.db")]):
        result = CliRunner().invoke(cli, [*command, server.url()])
        assert result.exit_code == 1 and "--fetch" in result.stderr
    assert server.asked == []


@pytest.mark.parametrize(("given", "setting"), [(["--fetch"], None), ([], "1")])
def test_the_command_fetches_when_it_is_told_to_but_never_from_this_machine(
    serve: Callable[[bytes], Server], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], setting: str | None
) -> None:
    server = serve(answer())
    if setting:
        monkeypatch.setenv("DATELINE_FETCH", setting)
    result = CliRunner().invoke(cli, ["add", server.url(host="127.0.0.1"), "--library", str(tmp_path / "case.db"), *given])
    assert result.exit_code == 1 and "127.0.0.1 is 127.0.0.1, which is no public address" in result.stderr
    assert "0 new" in result.stderr and server.asked == []


ADDRESSES = """
127.0.0.1 127.8.8.8 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 192.0.2.1 198.18.0.1 224.0.0.1 240.0.0.1
255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2002:a00:1:: 2001:0:7f00:1:: fe80::1
fe80::1%eth0 fc00::1 fd12::1 2002:808:808::1 ff02::1 ff0e::1 2001:db8::1 fec0::1
""".split()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_but_a_public_one_is_asked(address: str) -> None:
    assert not public(address)
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34", address]  # one that is public does not make up for one that is not

    with pytest.raises(ReadError, match=r"which is no public address"):
        Fetcher(resolve=resolve).fetch("http://news.example/")
    assert asked == ["news.example"]


def test_public_addresses_are_permitted() -> None:
    assert all(map(public, ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"]))


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_reached_however_it_is_written(serve: Callable[[bytes], Server], host: str) -> None:
    server = serve(answer())
    with pytest.raises(ReadError, match=r"no public address|cannot be fetched"):
        Fetcher().fetch(server.url(host=host))
    assert server.asked == []


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://news.example/a", "only http and https"),
        ("gopher://news.example/a", "only http and https"),
        ("http://user:secret@news.example/", "with a name or password is not fetched"),
        ("http://user@news.example/", "with a name or password is not fetched"),
        ("http:///a", "is no address"),
        ("http://news.example:port/", "is no address"),
        ("http://news.example:99999/", "is no address"),
        ("http://news.example/a b", "is no address"),
        ("http://news.example/\r\nHost: other", "is no address"),
        ("http://[::1", "is no address"),
    ],
)
def test_other_addresses_are_refused(url: str, why: str) -> None:
    with pytest.raises(ReadError, match=why) as error:
        checked(url)
    assert "secret" not in str(error.value) and "\n" not in str(error.value)
    with pytest.raises(ReadError, match=why):
        list(read(url, fetcher=fetcher()))


def moved(to: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


def test_a_page_that_sends_on_is_followed(serve: Callable[[Say], Server]) -> None:
    server = serve(lambda connection, path: connection.sendall(answer() if path == "/new/page" else moved("/new/page")))
    assert fetcher().fetch(server.url("/old")).url == server.url("/new/page")


def test_where_a_page_sends_on_is_checked_again(serve: Callable[[bytes], Server]) -> None:
    inside = serve(answer())
    names = {"news.example": "127.0.0.1", "intranet": "10.0.0.7", "127.0.0.1": "127.0.0.2"}
    for to, why in (
        (inside.url(host="intranet"), "intranet is 10.0.0.7, which is no public"),
        (inside.url(host="127.0.0.1"), "no public"),
        ("file:///etc/passwd", "only http and https"),
        ("//user:pw@news.example/", "name or password"),
        ("http://news.example/a\x01b", "cannot be fetched|is no address"),
    ):
        server = serve(moved(to))
        refused(server, why, resolve=lambda host, port: [names[host]])
    assert inside.asked == []


def test_a_name_that_changes_its_address_leads_nowhere_else(serve: Callable[[Say], Server], monkeypatch: pytest.MonkeyPatch) -> None:
    server = serve(lambda connection, path: connection.sendall(answer() if path == "/b" else moved("/b")))
    answers = iter(["127.0.0.1", "10.0.0.7"])
    reached: list[str] = []
    create = socket.create_connection

    def watched(address: tuple[str, int], *rest: object) -> socket.socket:
        reached.append(address[0])
        return create(address, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(fetching.socket, "create_connection", watched)
    refused(server, "is 10.0.0.7, which is no public address", resolve=lambda host, port: [next(answers)])
    assert reached == ["127.0.0.1"]  # what was resolved and checked, and never the name


def test_a_loop_ends(serve: Callable[[bytes], Server]) -> None:
    server = serve(moved("/ferry.html"))
    refused(server, "sends on more than 5 times")
    assert len(server.asked) == 6


def endless(connection: socket.socket, _path: str) -> None:
    connection.sendall(HEAD + b"\r\n")
    while True:
        connection.sendall(b"<p>more</p>" * 1000)


def test_an_endless_page_is_cut(serve: Callable[[Say], Server]) -> None:
    refused(serve(endless), "larger than 1 MB", limit=2**20)


def drop_by_drop(head: bytes) -> Say:
    def say(connection: socket.socket, _path: str) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(b"a")
            time.sleep(0.1)

    return say


@pytest.mark.parametrize("head", [HEAD + b"\r\n", HEAD + b"X-Slow: ", b"", HEAD + b"Content-Length: 9999\r\n\r\n"])
def test_a_slow_page_is_left(serve: Callable[[Say], Server], head: bytes) -> None:
    start = time.monotonic()
    refused(serve(drop_by_drop(head)), "took longer than 0.7 seconds", seconds=0.7)
    assert time.monotonic() - start < 5


def test_a_silent_server_is_left(serve: Callable[[Say], Server]) -> None:
    refused(serve(lambda connection, _: time.sleep(5)), "took longer than 0.5 seconds", seconds=0.5)


def test_a_bomb_is_not_unpacked(serve: Callable[[bytes], Server]) -> None:
    bomb = gzip.compress(b"\0" * 2**26)
    refused(serve(answer(bomb, HEAD + b"Content-Encoding: gzip\r\n")), "larger than 1 MB", limit=2**20)


def test_a_packed_page_is_unpacked(serve: Callable[[bytes], Server]) -> None:
    server = serve(answer(gzip.compress(HTML), HEAD + b"Content-Encoding: gzip\r\n"))
    assert fetcher().fetch(server.url()).content == HTML


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (answer(b"x" * 50, HEAD + b"Content-Encoding: gzip\r\n"), "cannot be fetched: error -3"),
        (answer(gzip.compress(HTML)[:-12], HEAD + b"Content-Encoding: gzip\r\n"), "broke off"),
        (answer(HTML, HEAD + b"Content-Encoding: br\r\n"), "is packed as br"),
        (HEAD + b"Content-Length: 5000\r\n\r\nshort", "broke off"),
        (HEAD + b"".join(b"X-%d: y\r\n" % n for n in range(500)) + b"\r\n", "cannot be fetched: got more than 100 headers"),
        (HEAD + b"X: " + b"y" * 100_000 + b"\r\n\r\n", "cannot be fetched: got more than 65536 bytes"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "the server answers 404"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1\r\n\r\nx", "is image/png: only pages"),
        (b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "the server answers 302"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "cannot be fetched"),
        (b"", "cannot be fetched"),
    ],
)
def test_what_is_no_page_is_said(serve: Callable[[bytes], Server], said: bytes, why: str) -> None:
    refused(serve(said), why)


def test_the_encoding_that_the_server_tells_counts(serve: Callable[[bytes], Server]) -> None:
    words = "Жители Лорна вышли на площадь 3 May 2019, и мэр города ушёл в отставку в тот же день, сказал он."
    page = f"<html><body><article><p>{words}</p></article></body></html>".encode("koi8-r")
    server = serve(answer(page, b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n"))
    (document,) = read(server.url(), fetcher=fetcher())
    assert document.text == words


def test_a_page_that_fails_is_said_and_the_others_are_read(serve: Callable[[bytes], Server], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    server, failed = serve(answer()), list[ReadError]()
    inputs = (server.url("/gone", host="nowhere.invalid"), str(tmp_path / "a.txt"), server.url())

    def resolve(host: str, port: int) -> list[str]:
        if host == "nowhere.invalid":
            raise socket.gaierror(-2, "Name or service not known")
        return ["127.0.0.1"]

    found = list(read(*inputs, fetcher=fetcher(resolve=resolve), on_error=failed.append))
    assert len(found) == 2 and "nowhere.invalid" in str(failed[0]) and "name or service not known" in str(failed[0])

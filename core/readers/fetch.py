"""A page from the web, when somebody asked for it: with http or https, from a public address only, and bounded in size and time.

The name of the server is resolved once and the connection goes to just that address, so that a name that changes its address cannot lead
elsewhere (DNS rebinding); where a page sends on to another one, all is checked again. Proxies of the environment are not asked: they would
resolve the name themselves.

Source of the rules: OWASP, "Server-Side Request Forgery Prevention Cheat Sheet"; the ranges are those of IANA's special-purpose registries,
as the standard library's `ipaddress` has them.
"""

import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv6Address, IPv6Network, ip_address
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from core.errors import ReadError, printable

LIMIT = 32 * 2**20
"""The largest page that is fetched, in bytes, packed or unpacked."""
SECONDS = 30.0
"""How long a page may take, with all that it sends on to."""
REDIRECTS = 5
SAFE = "/%:@!$&'()*+,;=~-._?"
MOVED = (301, 302, 303, 307, 308)
PIECE = 2**16
UNICAST = IPv6Network("2000::/3")
TYPES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md", "application/pdf": ".pdf",
    "application/rss+xml": ".xml", "application/atom+xml": ".xml", "application/xml": ".xml", "text/xml": ".xml",
    "application/epub+zip": ".epub", "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
"""The types of content that are read, with the ending of such a file."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was fetched: where it was found in the end, when (ISO 8601, UTC), what it is by its ending, its encoding if told."""

    url: str
    retrieved: str
    ending: str
    charset: str | None
    content: bytes


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a server."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def public(address: str) -> bool:
    """Whether an address is one of the public internet: no private, loopback, link-local, shared, reserved or multicast one, and none that
    stands for another.

    >>> [public(a) for a in ("93.184.216.34", "127.0.0.1", "10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "ff0e::1")]
    [True, False, False, False, False, False, False]
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        return ip in UNICAST and ip.is_global and not (ip.ipv4_mapped or ip.sixtofour or ip.teredo)  # 6to4 is out of use: RFC 7526
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages; `resolve` gives the addresses of a server and `permitted` says which of them may be asked.

    Raises ReadError for whatever does not come to a page: another scheme, an address that is not public, an answer that is no page, too
    large, too slow, or sends on too often.
    """

    resolve: Callable[[str, int], Sequence[str]] = resolve
    permitted: Callable[[str], bool] = public
    limit: int = LIMIT
    seconds: float = SECONDS

    def fetch(self, url: str) -> Page:
        """The page at an address."""
        until = monotonic() + self.seconds
        at = url
        for _ in range(REDIRECTS + 1):
            try:
                found = self._ask(at, until)
            except TimeoutError:
                raise ReadError(f"{printable(url)}: took longer than {self.seconds:g} seconds; try later, or save the page") from None
            except (OSError, HTTPException, ValueError, zlib.error) as error:
                late = monotonic() >= until
                cause = f"took longer than {self.seconds:g} seconds" if late else printable(str(error) or type(error).__name__).lower()
                raise ReadError(f"{printable(url)} cannot be fetched: {cause}; try later, or save the page") from None
            if isinstance(found, Page):
                return found
            at = urljoin(at, found)
        raise ReadError(f"{printable(url)}: it sends on more than {REDIRECTS} times; give the address of the page itself")

    def _ask(self, url: str, until: float) -> Page | str:
        """The page, or the address to which it sends on."""
        parts = checked(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = (parts.hostname or "").encode("idna").decode()
        connection = Pinned(host, port, self._address(host, port), until, secure=parts.scheme == "https")
        target = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
        try:
            connection.request("GET", target, headers={"User-Agent": "dateline", "Accept-Encoding": "identity", "Connection": "close"})
            with connection.getresponse() as answer:
                if answer.status in MOVED and answer.headers["Location"]:
                    return str(answer.headers["Location"])
                return self._page(answer, url, until)
        finally:
            connection.end()

    def _page(self, answer: HTTPResponse, url: str, until: float) -> Page:
        if answer.status != 200:
            raise ReadError(f"{printable(url)}: the server answers {answer.status}; check the address")
        kind = answer.headers.get_content_type()
        if kind not in TYPES:
            raise ReadError(f"{printable(url)} is {printable(kind)}: only pages, texts, feeds, PDF, Word and e-books are read")
        charset = answer.headers.get_content_charset()
        return Page(url, datetime.now(UTC).isoformat(timespec="seconds"), TYPES[kind], charset, self._content(answer, url, until))

    def _address(self, host: str, port: int) -> str:
        """The address of a server, resolved this once; all that it has must be permitted."""
        addresses = self.resolve(host, port)
        for address in addresses:
            if not self.permitted(address):
                raise ReadError(f"{host} is {address}, which is no public address: only pages of the internet are fetched")
        if not addresses:
            raise ReadError(f"{host} has no address; check how it is written")
        return addresses[0]

    def _content(self, answer: HTTPResponse, url: str, until: float) -> bytes:
        unpacker = _unpacker(answer.headers.get("Content-Encoding", "identity").strip().lower(), url)
        content = bytearray()
        while piece := answer.read1(PIECE):
            if unpacker is not None:
                piece = unpacker.decompress(unpacker.unconsumed_tail + piece, self.limit + 1 - len(content))
            content += piece
            if len(content) > self.limit:
                raise ReadError(f"{printable(url)} is larger than {self.limit // 2**20} MB; save it, and add the part that you need")
            if monotonic() > until:
                break
        if monotonic() > until:
            raise TimeoutError
        if answer.length or (unpacker is not None and not unpacker.eof):
            raise HTTPException("it broke off before its end")
        return bytes(content)


def checked(url: str) -> SplitResult:
    """The parts of an address that may be fetched. Raises ReadError for another one."""
    try:
        parts = urlsplit(url)
        named = parts.hostname and parts.port != 0
    except ValueError:
        raise ReadError(f"{printable(url)} is no address that can be read; check how it is written") from None
    if parts.scheme not in ("http", "https"):
        raise ReadError(f"{printable(url)}: only http and https are fetched")
    if not named or not url.isprintable() or " " in url:
        raise ReadError(f"{printable(url)} is no address that can be read; check how it is written")
    if parts.username is not None or parts.password is not None:
        raise ReadError(
            f"{parts.scheme}://{printable(parts.hostname or '')}: an address with a name or password is not fetched; save the page"
        )
    return parts


class Pinned(HTTPConnection):
    """A connection to a server at just this address, which is cut when its time is over, however slowly the server talks."""

    def __init__(self, host: str, port: int, address: str, until: float, *, secure: bool) -> None:
        super().__init__(host, port, timeout=max(0.001, until - monotonic()))
        self._address, self._secure = address, secure
        self._open: socket.socket | None = None
        self._watch = threading.Timer(max(0.001, until - monotonic()), self._cut)
        self._watch.daemon = True

    def connect(self) -> None:
        """Connect to the address; a certificate must be that of the name."""
        self._watch.start()
        self.sock = self._open = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            context = ssl.create_default_context()
            self.sock = self._open = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def _cut(self) -> None:
        if self._open is not None:
            with suppress(OSError):  # it has been closed meanwhile
                self._open.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """Let go of the connection, for good: `close` is called by the library when the body is still to come."""
        self._watch.cancel()
        self.close()


def _unpacker(encoding: str, url: str) -> Any:
    """What unpacks an answer, None where it is not packed. Raises ReadError for what is packed in another way than is read."""
    if encoding in ("identity", ""):
        return None
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ReadError(f"{printable(url)} is packed as {printable(encoding)}, which was not asked for; save the page")
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)

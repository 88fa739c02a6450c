"""XML, and words between tags, without anything that markup could do: no entities of its own, no network, no scripts, bounded size."""

from typing import TYPE_CHECKING

from core.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST = 2**26
"""The largest piece of XML that is parsed, in bytes: its tree takes some ten times as much."""

SILENT = {"script", "style", "head", "template", "noscript", "svg", "math", "nav", "iframe", "object"}
BLOCKS = set(
    "address article aside blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre"
    " section table tbody td th thead tr ul".split()
)
BREAK = "\0"
"""Stands for a line break that is marked up: no markup can hold it."""


def parsed(content: bytes, name: str) -> "Element":
    """The root of an XML document. Raises ReadError where it is too large or broken."""
    from lxml.etree import LxmlError, XMLParser, fromstring

    if len(content) > LARGEST:
        raise ReadError(f"{name} has more than {LARGEST // 2**20} MB of markup: split it")
    try:
        parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
        root = fromstring(content.strip(), parser)
    except (LxmlError, ValueError) as error:
        raise ReadError(f"{name} is broken: {str(error).lower()}; make it again") from None
    return root


def local(element: "Element") -> str:
    """The name of an element without its namespace; "" for what is none, such as an entity.

    >>> local(parsed(b'<a:feed xmlns:a="urn:x"/>', "a"))
    'feed'
    """
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def prose(root: "Element") -> str:
    """The words of a page or a piece of one: a paragraph each block, its lines as they run.

    >>> prose(parsed(b"<div><p>It sank <b>on</b> 3 May.</p><script>x</script><p>It was raised.</p></div>", "a"))
    'It sank on 3 May.\\n\\nIt was raised.'
    """
    from lxml.etree import iterwalk

    blocks: list[list[str]] = [[]]
    silent = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = local(element)
        if event == "start":
            if tag in BLOCKS:
                blocks.append([])
            silent += tag in SILENT
            if not silent:
                blocks[-1].append(BREAK if tag == "br" else element.text or "" if tag else "")
        else:
            silent -= tag in SILENT
            if tag in BLOCKS:
                blocks.append([])
            if not silent and element is not root:
                blocks[-1].append(element.tail or "")
    return "\n\n".join(words for block in blocks if (words := _line(block)))


def page(text: str) -> str:
    """The words of HTML that stands inside of something else, as in a feed.

    >>> page("<p>It sank &amp; was raised.<p>Alas."), page("It sank.")
    ('It sank & was raised.\\n\\nAlas.', 'It sank.')
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    if not text.strip():
        return ""
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return prose(document_fromstring(text.encode("utf-8", "replace"), parser=parser))
    except (LxmlError, ValueError):
        return ""


def _line(pieces: list[str]) -> str:
    """The words of a block with its blanks as single ones, and line breaks where they are marked."""
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split(BREAK)).strip()

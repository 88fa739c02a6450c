r"""Every error that Dateline raises on purpose.

    DatelineError           one line: the input, the cause, the way out
    ├── ReadError           a document could not be read (missing, binary, empty, broken front matter ...)
    ├── DateError           a text given as a date is none, or an EDTF value is not well formed
    ├── GrammarError        no grammar for a language, or a rule that cannot be compiled
    ├── WriteError          an output could not be written
    └── LibraryError        a library is missing, damaged, of a newer version, or cannot be written

Messages are lowercase, one line, and name what to do.
"""


class DatelineError(Exception):
    """The root: whatever is raised on purpose can be caught as this."""


class ReadError(DatelineError):
    """A document could not be read."""


class DateError(DatelineError, ValueError):
    """A text given as a date is none, or an EDTF value is not well formed."""


class GrammarError(DatelineError):
    """No grammar for a language, or a rule that cannot be compiled."""


class WriteError(DatelineError):
    """An output could not be written."""


class LibraryError(DatelineError):
    """A library is missing, damaged, of a newer version, or cannot be written."""


def printable(name: str) -> str:
    """A name fit for a message: one line, no control characters.

    >>> printable("a\\nb\\x1b[31m.txt")
    'a\ufffdb\ufffd[31m.txt'
    """
    return "".join(c if c.isprintable() else "\ufffd" for c in name)

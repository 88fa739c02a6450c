"""What the documents say is true: links lead somewhere, examples run, and what the program offers is named."""

import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from core.readers import READERS
from core.table import COLUMNS
from dashboard.cli import cli

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md"))]
TEXT = {page: page.read_text("utf-8") for page in PAGES}
EVERYTHING = "\n".join(TEXT.values())
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """The fragments of a page's headings, as the usual renderers write them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(FENCE.sub("", TEXT[page])):
        if re.match(r"\w+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = (page.parent / path) if path else page
        assert target.exists(), f"{name(page)} links to {link}"
        assert not fragment or fragment in anchors(target), f"{name(page)} links to {link}"


@pytest.mark.parametrize("page", [p for p in PAGES if "```python" in TEXT[p]], ids=name)
def test_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    words: dict[str, object] = {}
    for language, code in FENCE.findall(TEXT[page]):
        if language == "python":
            exec(compile(code, name(page), "exec"), words)


def test_every_make_target_is_named() -> None:
    targets = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert targets
    assert [t for t in targets[1].split() if f"make {t}" not in EVERYTHING] == []


def test_every_library_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    required = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    page = (ROOT / "docs/dependencies.md").read_text("utf-8")
    assert [r for r in required if re.split(r"[<>=]", r)[0] not in page] == []


def test_every_page_is_in_the_index() -> None:
    pages = {p.name for p in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert pages - set(LINK.findall((ROOT / "docs/index.md").read_text("utf-8"))) == set()


def test_every_command_and_option_is_named() -> None:
    page = (ROOT / "docs/command-line.md").read_text("utf-8")
    for command_name, command in cli.commands.items():
        assert f"## dateline {command_name}\n" in page
        options = [option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts]
        assert [option for option in options if f"`{option}" not in page] == []


def test_the_explanation_shown_is_the_one_given() -> None:
    page = (ROOT / "docs/command-line.md").read_text("utf-8")
    shown = re.search(r"( {4}\$ dateline (explain) (\"[^\"]+\") --published (\S+)\n)((?: {4}.*\n)+)", page)
    assert shown
    given = CliRunner().invoke(cli, [shown[2], shown[3].strip('"'), "--published", shown[4]]).stdout
    assert re.sub("^ {4}", "", shown[5], flags=re.MULTILINE) == given


def test_every_column_and_format_is_named() -> None:
    page = (ROOT / "docs/file-formats.md").read_text("utf-8")
    assert [c.name for c in COLUMNS.values() if f"| `{c.name}` | {c.about} |" not in page] == []
    assert [r.name for r in READERS.values() if f"| `{r.name}` | {', '.join(f'`{e}`' for e in r.accepts)} |" not in page] == []


def test_the_readme_names_every_command() -> None:
    assert [name for name in cli.commands if f"dateline {name}" not in TEXT[ROOT / "README.md"]] == []


def test_only_what_is_there_is_promised() -> None:
    for page, text in TEXT.items():
        for verb, rest in re.findall(r"(?:^|[`/])dateline ([a-z]+)([^\n`|]*)", text, re.MULTILINE):
            assert verb in cli.commands, f"{name(page)}: dateline {verb}"
            known = {option for p in cli.commands[verb].params for option in [*p.opts, *p.secondary_opts]}
            assert set(re.findall(r"(?<=\s)--?[a-z-]+", rest)) <= known, f"{name(page)}: dateline {verb}{rest}"

# The commands that anyone needs: make run · make test · make check · make score · make bench · make soak · make screenshots
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
ERRORS ?= 0
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1
# uv brings certificates of its own; pip, which fetched it, trusts the system's: so let both see the same package index.
export UV_SYSTEM_CERTS := 1

.PHONY: run setup test check score bench soak screenshots

run: setup
	$(BIN)/dateline serve

setup: .venv/.synced

.venv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dateline needs python 3.11 or newer: call make with PYTHON=path" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "python's venv module is missing: install your system's package for it (Debian, Ubuntu: python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip --quiet --disable-pip-version-check install uv==$(UV_VERSION)

.venv/.synced: .venv/bin/uv pyproject.toml uv.lock
	@echo "installing what uv.lock names into .venv: the first time this takes a minute"
	$(BIN)/uv sync --frozen --inexact --quiet
	$(BIN)/python -m compileall -q core dashboard
	@touch $@

test: setup
	@chromium=$$($(BIN)/python scripts/browser.py) && CHROMIUM=$$chromium $(BIN)/python -m pytest

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

score: setup
	$(BIN)/python scripts/measure.py --errors $(ERRORS)

bench: setup
	@for each in benchmarks/*.py; do $(BIN)/python $$each || exit 1; done

soak: setup
	$(BIN)/python scripts/soak.py

screenshots: setup
	$(BIN)/python scripts/screenshots.py

# The commands that anyone needs: make run · make test · make check · make score · make bench
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
export UV_PROJECT_ENVIRONMENT := .venv

.PHONY: setup run test check score bench

setup: .venv/.synced

.venv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dateline needs python 3.11 or newer: call make with PYTHON=path" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "python's venv module is missing: install your system's package for it (Debian, Ubuntu: python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip --quiet install uv==$(UV_VERSION)

.venv/.synced: .venv/bin/uv pyproject.toml uv.lock
	$(BIN)/uv sync --frozen --inexact --quiet
	@touch $@

run: setup
	$(BIN)/dateline serve

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

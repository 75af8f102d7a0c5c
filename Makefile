# The two commands a user needs are `make run` and `make test`; both set up .venv on first use.
# Needs make and Python 3.11, 3.12 or 3.13. CORPUS="FOLDER..." names what `make run` and `make bench` read.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The first Python of a supported version; `make PYTHON=/path/to/python3.12 ...` overrides it.
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11; do \
	"$$candidate" -c '$(SUPPORTED)' 2>/dev/null && { command -v "$$candidate"; break; }; done)
CORPUS ?=
TRIAL ?=
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup run test baseline check bench trial growth scale lock clean

help: ## show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

# Compiled once here, so that a cold start is fast where Python may not write bytecode itself.
# Installed again only when the lock or the package's metadata changed. --no-deps: the lock is complete, and what
# chemdataextractor2 asks for beyond it is two gigabytes of neural toolkits that ionmine never uses.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "ionmine needs Python 3.11, 3.12 or 3.13; none was found" >&2; exit 1; }
	@echo "Setting up .venv with $$("$(PYTHON)" --version) (once, a minute or two)"
	@test -x $(BIN)/python || "$(PYTHON)" -m venv .venv
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip --upgrade >/dev/null
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps -e .
	@$(BIN)/python -m compileall -q corpus extractors pipeline flows
	@touch $@

setup: $(READY) ## create .venv and install everything

run: $(READY) ## read the corpus: sample, ../shared/corpus when present, or CORPUS="FOLDER..."
	@$(BIN)/ionmine run $(CORPUS)

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest -n 2 --dist worksteal

baseline: $(READY) ## take what is read today as the baseline that no change may fall behind
	@$(BIN)/python tests/baseline/regenerate.py

check: $(READY) ## ruff and mypy --strict
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

bench: $(READY) ## measure speed and memory as ratios in one run
	@$(BIN)/python -m benchmarks.speed $(CORPUS)

trial: $(READY) ## try what takes long: kills, full disks, damaged stores, mutants of real text
	@PYTHONPATH=. $(BIN)/python benchmarks/trial.py $(TRIAL)

growth: $(READY) ## measure how time grows with the length of a text, into docs/reliability.md
	@$(BIN)/python -m benchmarks.growth

scale: $(READY) ## measure what a corpus costs as it grows (docs/scaling.md)
	@$(BIN)/python -m benchmarks.scale

lock: ## resolve requirements.lock anew (needs uv)
	@uv lock --upgrade --quiet
	@uv export --quiet --frozen --no-header --no-annotate --no-emit-project --all-extras --all-groups \
		| grep -v '^#' > requirements.lock
	@rm -f uv.lock
	@$(BIN)/python docs/licences.py > docs/licences.md

clean: ## remove the environment and caches; outputs/ stays
	@rm -rf .venv build dist ./*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

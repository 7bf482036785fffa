# `make demo` drafts an example and `make test` runs every test that needs Python alone; both set up what they need.

PYTHON ?= python3
RECORDERS ?= 4
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# No key or model that happens to be set is used here, and a day set outside changes nothing.
unexport OPENAI_API_KEY OPENAI_BASE_URL CLAIMWRIGHT_MODEL CLAIMWRIGHT_TODAY

.PHONY: demo test lint check browser golden record bench score readme clean

demo: $(VENV)/installed
	@$(BIN)/claimwright check examples/wrong-colour.json --today 2026-11-22
	@echo
	@$(BIN)/claimwright draft examples/wrong-colour.json --writer template --quiet

test: $(VENV)/ready lint
	$(BIN)/pytest -m "not slow" -n 2 --dist worksteal

lint: $(VENV)/ready
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

check: test browser
	$(BIN)/pytest -m "slow and not browser" -n 2 --dist worksteal
	bench/lowest.sh
	$(MAKE) bench score

# Looks at a report in Chromium, which is not installed here: apt install chromium, or CHROMIUM=/path/to/it.
browser: $(VENV)/browser
	$(BIN)/pytest -m browser tests/browser -n 0

golden: $(VENV)/ready
	$(BIN)/pytest --golden -m "not slow" -n 0
	$(BIN)/pytest --golden -m slow tests/attacks -n 0

# Needs an endpoint: OPENAI_BASE_URL=… OPENAI_API_KEY=… CLAIMWRIGHT_MODEL=… make record. Read the diff of tests/golden.
record: export OPENAI_BASE_URL := $(OPENAI_BASE_URL)
record: export OPENAI_API_KEY := $(OPENAI_API_KEY)
record: export CLAIMWRIGHT_MODEL := $(CLAIMWRIGHT_MODEL)
record: $(VENV)/ready
	$(BIN)/pytest tests/recorded -m vcr --record-mode=rewrite --golden -n $(RECORDERS)

bench: $(VENV)/ready
	$(BIN)/python -m bench.startup
	$(BIN)/python -m bench.throughput
	$(BIN)/python -m bench.batch
	$(BIN)/python -m bench.files
	$(BIN)/python -m bench.model_calls

score: $(VENV)/ready
	$(BIN)/python -m bench.score

readme: $(VENV)/ready
	$(BIN)/python -m docs.picture docs/session.svg
	$(BIN)/python -m cogapp -P -p "from docs.shown import shown" -r README.md docs/*.md

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "claimwright needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/ready: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "claimwright needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/installed

$(VENV)/browser: $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --editable '.[browser]'
	@touch $@

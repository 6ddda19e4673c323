# Everything a newcomer needs. The environment lives in .venv/ and is made when missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TARGET ?=
# A file of locked versions to install, such as requirements/ci.txt; empty takes the newest that fit.
LOCK ?=

.PHONY: demo test check handbook bench soak lock clean

$(BIN)/a11ycheck: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(if $(LOCK),$(BIN)/python -m pip install --quiet --require-hashes -r $(LOCK))
	$(BIN)/python -m pip install --quiet -e '.[all,test,quality,examples]'
	@touch $@

$(VENV)/.browser: $(BIN)/a11ycheck
	$(BIN)/a11ycheck install-browser
	@touch $@

## Scan the examples (or TARGET=URL|folder) and write a11y-report/.
demo: $(VENV)/.browser
	$(BIN)/python examples/demo.py $(TARGET)

## Run the whole test suite.
test: $(VENV)/.browser
	$(BIN)/python -m pytest -n 6 --dist worksteal -q $(PYTEST_ARGS)

## Linters, types, layers.
check: $(BIN)/a11ycheck
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

## Build the handbook and audit every page of it: docs/_build/a11y/index.html.
handbook: $(VENV)/.browser
	$(BIN)/sphinx-build -q -n -W --keep-going -b a11y docs docs/_build/a11y

## Benchmarks, run by hand; tables go to docs/.
bench: $(VENV)/.browser
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.parity

## The long tests, run by hand.
soak: $(VENV)/.browser
	$(BIN)/python -m pytest -n 2 --dist worksteal -q -m soak $(PYTEST_ARGS)

## Write the locked versions that CI installs, from pyproject.toml.
lock: $(BIN)/a11ycheck
	$(BIN)/python -m pip install --quiet uv
	{ echo '# What CI installs: all dependencies and extras in one version each, with hashes. Written by `make lock`.'; \
	  $(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --upgrade \
	  --no-emit-index-url --no-header --quiet; } > requirements/ci.new
	mv requirements/ci.new requirements/ci.txt

clean:
	rm -rf $(VENV) a11y-report .a11ycheck build dist

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable

API := kg kg.model kg.graph kg.pipeline kg.components kg.restore kg.store kg.cookbook kg.checks kg.divisions kg.errors

.PHONY: help graph test lint bench train explorer docs clean

help:
	@echo "make graph   build the graph of the five pages in seeds/ into output/"
	@echo "make test    lint, types and the whole test suite"
	@echo "make lint    ruff and mypy --strict"
	@echo "make bench   speed, memory and quality, also written to output/bench.md"
	@echo "make train   train the models again from kg/train/corpus (CPU)"
	@echo "make explorer  build kg/explorer/built from its TypeScript (needs Node.js 20)"
	@echo "make docs    write docs/ontology.html from ontology/kg.ttl, and docs/api from the docstrings"
	@echo "make clean   remove what the other targets made"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# One stamp for each set of packages: a changed pyproject.toml or lock installs again.
$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) '.[formats,serve,shacl]' && touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) '.[test]' && touch $@ $(VENV)/.run

graph: $(VENV)/.run
	$(BIN)/kg build seeds -o output

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest -q

bench: $(VENV)/.test
	$(INSTALL) '.[bench]'
	$(BIN)/python tests/bench

train: $(VENV)/.test
	$(BIN)/python -m kg.train

explorer:
	cd kg/explorer && npm ci --ignore-scripts --no-audit --no-fund && npm run --silent build

docs: $(VENV)/.run
	$(INSTALL) '.[docs]'
	$(BIN)/python docs/ontology.py
	$(BIN)/python -m pdoc --no-show-source --output-directory docs/api $(API)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -mindepth 1 ! -name graph.ttl ! -name judgements.jsonl -delete

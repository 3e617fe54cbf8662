# Everything a newcomer needs: `make demo`, `make test`; `make help` names the rest.
PYTHON ?= python3
SERVE ?= 1
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help demo test lint format lock clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Callgrade needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ echo "Python's venv module is missing: on Debian, apt-get install python3-venv"; exit 2; }
	@echo "Installing the locked dependencies into $(VENV) (once, a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@echo "Compiling the matcher (once, half a minute) ..."
	@$(BIN)/python -m pipeline.matching
	@touch $@

demo: $(STAMP)  ## sample recordings through the whole pipeline, then the review pages (SERVE=0: stop before)
	@$(BIN)/callgrade demo $(if $(filter 0,$(SERVE)),--no-serve)

test: $(STAMP)  ## the whole test suite
	@$(BIN)/python -m pytest

lint: $(STAMP)  ## ruff and mypy, as strict as CI
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(STAMP)  ## let ruff put the code in shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock:  ## versions and hashes anew (needs uv; writes no download addresses; without the extra voices: PyTorch)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		$(addprefix --extra ,cdr-mysql dev meaning onnx s3) --upgrade pyproject.toml -o requirements.lock

clean:  ## the environment and the demo's data
	rm -rf $(VENV) .demo

# Needs Python 3.11 or newer, make, and a package registry for the first run. Everything it makes
# stands in .venv; `make clean` takes that away again.

PYTHON := $(shell for one in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: chat test check bench bench-quick soak lock audit clean

chat: $(READY)  ## talk, in this terminal
	@$(BIN)/afterword

test: $(READY)  ## the whole suite
	$(BIN)/python -m pytest -q -n 2

check: $(READY)  ## style, types, direction of imports, the shipped dialogs
	$(BIN)/ruff check bot tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/afterword check

bench: $(READY)  ## every figure, each beside its peer in the same run; takes about half an hour
	$(BIN)/python benchmarks/side_by_side.py

bench-quick: $(READY)  ## the same work, measured next to nothing: fails only where a reply is wrong
	$(BIN)/python benchmarks/side_by_side.py --quick

soak: $(READY)  ## the laws again, with many more examples; takes long
	rm -f .faults.jsonl
	HYPOTHESIS_PROFILE=soak FAULTS=.faults.jsonl $(BIN)/python -m pytest -q -n 2 --hypothesis-show-statistics
	$(BIN)/python tests/faults/tally.py .faults.jsonl
	$(BIN)/python tests/mashing.py 600
	$(BIN)/python tests/soak_discord.py
	$(BIN)/python tests/mutants.py

lock: $(READY)  ## pins every package with its hashes; none that is younger than two weeks
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.7'
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet --exclude-newer "14 days" \
		--output-file requirements.lock

audit: $(READY)  ## asks a public list of weaknesses about every pinned package; needs the network
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip-audit>=2.8'
	$(BIN)/pip-audit --require-hashes --disable-pip --strict --requirement requirements.lock

clean:
	rm -rf .venv benchmarks/.envs build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .faults.jsonl
	find bot tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found."; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

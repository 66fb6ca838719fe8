# What can be done here, in the order a newcomer does it. `make` alone lists it.

BIN := .venv/bin

# Hundreds of processes of the tests load the same modules: they keep them compiled.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test trials proof system-packages lint types layers tests catalogues lock bench format sbom known-holes clean

help: ## Say what can be made here
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null \
		|| sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/make \1: \2/p' $(MAKEFILE_LIST)

demo: .venv/for-use ## Install rundfrage and build the alliance report of 2020
	@$(BIN)/rundfrage demo
	@echo
	@echo "The deck lies in $(CURDIR)/rundfrage-demo/out"

test: .venv/for-tests system-packages ## Install what tests need and run every check
	@$(MAKE) --no-print-directory lint types layers tests

system-packages: ## Install the system packages that tests need, or say which
	@scripts/system-packages.sh

lint: .venv/for-tests ## Check style and layout of the code (ruff)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/for-tests ## Check the types (mypy, strict)
	$(BIN)/mypy

layers: .venv/for-tests ## Check that imports point down, without circles (import-linter)
	$(BIN)/lint-imports

tests: .venv/for-tests ## Run the tests (pytest); PYTEST="-k grid" chooses
	$(BIN)/pytest --numprocesses auto $(PYTEST)

trials: system-packages .venv/for-tests ## Try whole servers, browsers, engines and earlier versions
	$(BIN)/pytest -m 'trial and not proof' --numprocesses auto $(PYTEST)

proof: system-packages .venv/for-tests ## Run the proofs, which take too long for every change
	$(BIN)/pytest -m proof --numprocesses auto $(PYTEST)

format: .venv/for-tests ## Lay out the code and mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/for-tests ## Measure speed and memory against raw queries
	@for benchmark in benchmarks/*.py; do echo "== $$benchmark"; $(BIN)/python "$$benchmark" || exit 1; done

catalogues: .venv/for-tests ## Bring the catalogues of words in step with the code; say what lacks
	@$(BIN)/python scripts/catalogues.py

lock: .venv/for-tests ## Pin the newest versions of all dependencies with their hashes
	scripts/lock.sh

sbom: .venv/for-tests ## Write what a release is made of, as CycloneDX: build/sbom.cdx.json
	$(BIN)/python scripts/sbom.py

known-holes: .venv/for-tests ## Ask for known weaknesses of the pinned versions (needs a network)
	$(BIN)/pip-audit --requirement requirements.lock --require-hashes --disable-pip

clean: ## Remove what was made: environment, caches, the demo
	rm -rf .venv build dist rundfrage-demo .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment is made anew only when what it is made of has changed.
.venv/for-use: requirements.lock pyproject.toml
	@scripts/virtual-environment.sh requirements.lock
	@touch $@

.venv/for-tests: requirements-dev.lock pyproject.toml
	@scripts/virtual-environment.sh requirements-dev.lock
	@touch $@ .venv/for-use

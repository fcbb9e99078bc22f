# Two commands do everything: `make site` and `make test`. `make help` lists the rest.

PYTHON := .venv/bin/python
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-test fresh site build check test fix wheel lint unit quick content forks browser mutants nightly search-eval bench bless lock papier

help: ## toont deze lijst
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

# A Python that is gone (the system was upgraded) leaves links that lead nowhere: then all is set up anew.
ifneq ($(wildcard .venv/site.done),)
ifneq ($(shell $(PYTHON) -c 'print(1)' 2>/dev/null),1)
$(shell rm -f .venv/site.done .venv/test.done)
endif
endif

setup: .venv/site.done ## zet klaar wat de site nodig heeft
setup-test: .venv/test.done ## zet klaar wat de tests nodig hebben, ook een browser

.venv/site.done: requirements/site.txt scripts/setup.sh
	@bash scripts/setup.sh site

.venv/test.done: .venv/site.done requirements/dev.txt package-lock.json
	@bash scripts/setup.sh test

site: setup ## maakt de site van de echte inhoud en toont haar op http://127.0.0.1:8000/
	@$(PYTHON) -m generator serve $(if $(PORT),--port $(PORT))

build: setup ## maakt de site in site/
	@$(PYTHON) -m generator build

check: setup ## kijkt de inhoud na
	@$(PYTHON) -m generator check

test: setup-test ## draait elke test (met BROWSER=nee zonder die in een browser)
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory unit
	@$(MAKE) --no-print-directory content
	@$(if $(filter nee,$(BROWSER)),echo "Zonder de tests in een browser.",$(MAKE) --no-print-directory browser)

fresh: ## draait de twee commando's op kale Debians (als beheerder, met debootstrap)
	@bash scripts/fresh.sh

fix: setup-test ## zet recht wat vanzelf recht te zetten is, en maakt opnieuw wat uit de code komt
	@$(PYTHON) -m ruff check --fix . || true
	@$(PYTHON) -m ruff format .
	@node_modules/.bin/biome check --write || true
	@$(PYTHON) -m generator schema
	@$(PYTHON) -m scripts.docs

papier: setup-test ## tekent al het papier van alle praktijken klein op een vel: docs/beeld/papier.png
	@$(PYTHON) -m scripts.paper

wheel: setup-test ## maakt dist/: het programma als pakket
	@$(PYTHON) -m hatchling build -t wheel

lint: setup-test ## kijkt de code na: stijl, typen, lagen
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-cache
	@.venv/bin/djlint --lint --quiet generator/show/templates site_overrides/main.html
	@node_modules/.bin/biome check --error-on-warnings
	@node_modules/.bin/tsc -p tsconfig.json

unit: setup-test ## draait de tests van de code zonder browser (met DEKKING=nee zonder te tellen welke regels ze raken)
	@$(PYTHON) -m pytest tests/unit -n 2 $(if $(filter nee,$(DEKKING)),,--cov --cov-report=term:skip-covered)
	@node --test --test-reporter=dot tests/js/*.test.js

quick: setup-test ## draait de tests van de code die geen hele sites bouwen
	@HYPOTHESIS_PROFILE=quick $(PYTHON) -m pytest tests/unit -n 2 -q -m "not slow"

content: setup-test ## draait de tests van de inhoud (CONTENT=map voor andere inhoud dan content/)
	@CONTENT="$(CONTENT)" $(PYTHON) -m pytest tests/content -n 2

forks: setup-test ## draait de tests van de inhoud op verzonnen forks: een andere provincie, en een lege
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && $(PYTHON) -m tests.forks "$$folder" && \
	for fork in "$$folder"/ander "$$folder"/leeg "$$folder"/begonnen/content; do CONTENT="$$fork" $(PYTHON) -m pytest tests/content -n 2 || exit 1; done

browser: setup-test ## draait de tests in Chromium
	@$(PYTHON) -m pytest tests/browser -n 2

.venv-night/done: requirements/night.txt
	@python3 -m venv .venv-night && .venv-night/bin/python -m pip install -q --require-hashes --no-deps -r requirements/night.txt
	@touch $@

mutants: setup-test .venv-night/done ## verandert steeds een regel van de kern en kijkt of de tests dat merken; schrijft docs/mutanten.md
	@.venv-night/bin/python scripts/mutants.py 3 13 --write

nightly: setup-test .venv-night/done ## draait lange rijen willekeurige wijzigingen, alle hatelijke teksten, en een willekeurige steekproef van mutanten
	@HYPOTHESIS_PROFILE=nightly $(PYTHON) -m pytest tests/unit/test_same.py tests/unit/test_source.py tests/unit/test_hostile.py tests/browser/test_private.py -n 2
	@.venv-night/bin/python scripts/mutants.py 3 0

search-eval: ## stelt een gemaakte site vragen: make search-eval SITE=map QUERIES=bestand.json TODAY=2026-11-26
	@node scripts/search-eval.mjs "$(SITE)" "$(QUERIES)" "$(TODAY)"

bench: setup-test ## meet snelheid, geheugen, omvang en de zoeker; schrijft bench/results.md en bench/search.md
	@$(PYTHON) -m bench
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && $(PYTHON) -m generator build --out "$$folder/site" >/dev/null && \
	$(PYTHON) -m scripts.readability "$$folder/site" content
	@cd bench && npm install --no-save --no-package-lock --ignore-scripts --silent
	@$(PYTHON) -m bench.search $(COLLECTION) $(QUERIES)

bless: setup-test ## legt vast wat de site nu geeft als de verwachte uitkomst
	@$(PYTHON) -m tests.bless

lock: ## legt de versies van alle pakketten opnieuw vast
	@bash scripts/lock.sh

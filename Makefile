# One verb per task; each is a thin line over a command that README.md explains.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: env book as-it-is test pdf bench mutate links serve notebooks lint lock clean

# Makes .venv if it is not there, or not what requirements.txt names, or of a wrong Python.
env:
	@command -v $(PYTHON) >/dev/null || { echo "book: no $(PYTHON) here: see README.md" >&2; exit 1; }
	@$(PYTHON) tools/env.py $(if $(LITE),lite) $(EXTRAS)

# LITE=1 adds JupyterLite, PYODIDE=folder a local copy of Pyodide to it.
book: env
	@$(BIN)/python tools/build.py $(if $(LITE),--lite) $(if $(PYODIDE),--pyodide $(PYODIDE))

# Built again only where its sources changed.
as-it-is: env
	@$(BIN)/python tools/build.py --as-it-is

test: lint as-it-is
	$(BIN)/python -m pytest -rs -n 2 --dist loadfile --doctest-modules --nbval --nbval-current-env \
	  lib tests notebooks

# The whole book as a file to print; needs Chromium and chromedriver.
pdf: as-it-is
	$(BIN)/python tools/print_page.py --pdf

# Ratios within one run; nothing is asserted about time.
bench: env
	$(BIN)/python -m pytest --benchmark-only --benchmark-columns=min,median,rounds tests/benchmarks

# Asks every outside address that the book names; needs the network.
links: env
	$(BIN)/jupyter-book build . --builder linkcheck

# SAMPLE=400 or MINUTES=30 tries so many mutants, drawn with SEED, instead of all; AGAIN=1
# keeps the mutants of the last run, STORE=1 writes the result beside the data.
mutate: EXTRAS = mutate
mutate: env
	$(BIN)/python tools/mutate.py $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(SEED),--seed $(SEED)) \
	  $(if $(MINUTES),--minutes $(MINUTES)) $(if $(CHILDREN),--children $(CHILDREN)) \
	  $(if $(AGAIN),--again) $(if $(STORE),--store)

serve: as-it-is
	$(BIN)/python -m http.server --bind localhost --directory _build/html 8000

# Runs every chapter from a clean kernel and stores its outputs.
notebooks: env
	$(BIN)/python tools/notebooks.py

lint: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

# After a change of the ranges in pyproject.toml or of web/package.json; needs uv.
lock: env
	echo '-e .[book,sweep,test]' | uv pip compile - --universal --python-version 3.11 \
	  --custom-compile-command "see README.md" -o requirements.txt
	grep -v '^-e' requirements.txt | uv pip compile pyproject.toml --extra read -c - --universal \
	  --python-version 3.11 --custom-compile-command "see README.md" -o binder/requirements.txt
	cd web && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

clean:
	rm -rf _build

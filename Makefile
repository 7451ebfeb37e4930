# One verb per task; each is a thin line over a command that README.md explains.
PYTHON ?= python3
BIN = .venv/bin
BOOK = _build/book.built
SOURCES = _config.yml _toc.yml requirements.txt web/package-lock.json \
  $(shell find _ext lib notebooks web tools/build.py tools/print_page.py tools/slides.py -type f \
    \( -name '*.py' -o -name '*.ipynb' -o -name '*.md' -o -name '*.css' -o -name '*.js' \
    -o -name '*.toml' -o -name '*.csv' -o -name '*.bib' -o -name '*.svg' -o -name '*.html' \) -not -path '*/.*')

.PHONY: env book test pdf bench mutate links serve notebooks lint lock clean

env: .venv/installed

.venv/installed: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -r requirements.txt
	touch $@

# LITE=1 adds JupyterLite, PYODIDE=folder a local copy of Pyodide to it.
book: env $(if $(LITE),.venv/lite)
	$(BIN)/python tools/build.py $(if $(LITE),--lite) $(if $(PYODIDE),--pyodide $(PYODIDE))

.venv/lite: .venv/installed
	$(BIN)/python -m pip install --quiet -r requirements.txt -e .[lite]
	touch $@

# Built again only when older than its sources.
$(BOOK): .venv/installed $(SOURCES)
	$(BIN)/python tools/build.py

test: lint $(BOOK)
	$(BIN)/python -m pytest -rs -n 2 --dist loadfile --doctest-modules lib tests
	$(BIN)/python -m pytest -rs -n 2 --dist loadfile --nbval --nbval-current-env notebooks

# The whole book as a file to print; needs Chromium and chromedriver.
pdf: $(BOOK)
	$(BIN)/python tools/print_page.py --pdf

# Ratios within one run; nothing is asserted about time.
bench: env
	$(BIN)/python -m pytest --benchmark-only --benchmark-columns=min,median,rounds tests/benchmarks

# Asks every outside address that the book names; needs the network.
links: env
	$(BIN)/jupyter-book build . --builder linkcheck

# SAMPLE=400 or MINUTES=30 tries so many mutants, drawn with SEED, instead of all; AGAIN=1
# keeps the mutants of the last run, STORE=1 writes the result beside the data.
mutate: .venv/mutate
	$(BIN)/python tools/mutate.py $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(SEED),--seed $(SEED)) \
	  $(if $(MINUTES),--minutes $(MINUTES)) $(if $(CHILDREN),--children $(CHILDREN)) \
	  $(if $(AGAIN),--again) $(if $(STORE),--store)

.venv/mutate: .venv/installed
	$(BIN)/python -m pip install --quiet -r requirements.txt -e .[mutate]
	touch $@

serve: $(BOOK)
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
	cd web && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

clean:
	rm -rf _build

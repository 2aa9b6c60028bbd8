# The index of commands. Each does all the set-up that it needs, says what it does, and takes no
# time when nothing changed.

PORT ?= 8000
REPEAT ?=
ONLY ?=
PYTHON ?=
SIGN ?=
STORE ?=
PART ?=
# What was compiled is kept, tests included: without it each of many processes does it again.
unexport PYTHONDONTWRITEBYTECODE
# Three tests at once: two compute while one waits. Who is done first takes of the others'.
BESIDE := --numprocesses=3 --dist=worksteal
# With STORE=1 a whole run that passed is stored, for docs/project/verified.md.
STORES = $(if $(STORE),--stores="make $@")
# With PART=3 every third test is run, and others of them after the next commit.
PARTS = $(if $(PART),--part=$(PART) --turn=$$(git rev-list --count HEAD))
PY := .venv/bin/python
READY := .venv/ready
BUILDERS := build/builders
REGISTRY := build/registry
COMPONENT := build/component
ROOMS := calc overrides setup tests

.DEFAULT_GOAL := help
.PHONY: help serve test sweep prove mutants faults controls figures core test-hosting test-pyodide test-builders test-registry outcomes bedside batch bench site register release check format lock clean

help:
	@echo "make serve   build the site and serve it at http://127.0.0.1:$(PORT)/"
	@echo "make test    run the tests, those in a real browser included, but for sweep and hosting (STORE=1)"
	@echo "make sweep   the other worked examples in the real page, axe on all pages, slow lines and builds (PART=3)"
	@echo "make prove   compare every case with a second implementation, prove the theorems, store both"
	@echo "make mutants plant small errors in calc, see that tests notice (OF=calc/model, MOST=150)"
	@echo "make faults  cause every fault on the way to an answer, and store what the reader sees"
	@echo "make controls  run the tests that the hazard log names, on site and release as made, store what passed"
	@echo "make figures  count what is looked at of barriers, privacy, policy and bad input, and store it"
	@echo "make site    build the site into site/"
	@echo "make register  write what calc prints of its sources, and what its self-test expects"
	@echo "make release make dist/: the site with all that its host needs, as one zip (SIGN=a key)"
	@echo "make test-pyodide  run the tests of calc in the Python that the browser runs"
	@echo "make test-hosting  try the release on real servers, from a folder, in frames, offline"
	@echo "make test-builders  build the pages with ProperDocs and Zensical too, and compare"
	@echo "make test-registry  run the recipe for many machines with Dask, on this one"
	@echo "make core    see which functions of Python's core run, for a new Pyodide, and store the list"
	@echo "make outcomes  show what the worked examples say otherwise than stored, and store it"
	@echo "make bedside count what the plan asks of a person, for project/bedside.md"
	@echo "make batch   measure how many plans a batch answers in a second, for hosting/batch.md"
	@echo "make bench   measure this site beside other ways to compute in a page (REPEAT=1 for a quick look)"
	@echo "make check   format, lint and types, of Python and of the scripts"
	@echo "make format  put the code into its format"
	@echo "make lock    write the locks of Python, Node and npm anew (needs uv and npm)"
	@echo "make clean   remove everything that was made"

serve: site
	@$(PY) -m setup.serve site $(PORT)

test: site
	@$(PY) -m setup.browsers headless
	@$(PY) -m pytest $(BESIDE) --ignore=tests/hosting --ignore=tests/builders --ignore=tests/registry -m "not sweep and not figures" --controls=hold $(STORES)

sweep: site
	@$(PY) -m setup.browsers headless
	@$(PY) -m pytest $(BESIDE) tests/site tests/runtime tests/house tests/conformance -m sweep $(PARTS) $(STORES)

prove: $(READY)
	@$(PY) -m tests.proof

mutants: $(READY)
	@$(PY) -m tests.mutation $(if $(MOST),--most $(MOST)) $(OF)

faults: site
	@$(PY) -m setup.browsers chromium firefox
	@$(PY) -m tests.faults $(BESIDE)

controls: $(READY)
	@$(PY) -m setup.browsers chromium headless
	@$(PY) -m tests.safety $(BESIDE)

figures: release
	@$(PY) -m setup.browsers chromium headless
	@$(PY) -m setup.servers
	@$(PY) -m tests.figures --numprocesses=2

test-pyodide: $(READY)
	@$(PY) -m tests.in_pyodide $(PARTS) $(STORES)

test-builders: $(BUILDERS)/ready
	@$(PY) -m pytest tests/builders $(STORES)

test-registry: $(REGISTRY)/ready
	@$(PY) -m pytest tests/registry $(STORES)

test-hosting: release
	@$(PY) -m setup.browsers chromium firefox
	@$(PY) -m setup.servers
	@$(PY) -m pytest --numprocesses=2 --dist=loadfile tests/hosting --controls=hold $(PARTS) $(STORES)

core: $(READY)
	@$(PY) -m setup.browsers chromium
	@$(PY) -m tests.runtime.watched

outcomes: $(READY)
	@$(PY) -m tests.outcomes
	@$(PY) -m tests.present

bedside: site
	@$(PY) -m tests.bedside

batch: $(READY)
	@$(PY) -m tests.registry

bench: site $(COMPONENT)/ready
	@$(PY) -m setup.browsers chromium
	@$(PY) -m tests.bench $(if $(ONLY),$(or $(REPEAT),1) "$(ONLY)",$(REPEAT))

site: register
	@$(PY) -m overrides.site

register: $(READY)
	@$(PY) -m overrides.site.sources --write
	@$(PY) -m overrides.site.expected --write

release: register
	@SIGN="$(SIGN)" $(PY) -m overrides.release

check: $(READY)
	@$(PY) -m ruff format --check --quiet $(ROOMS)
	@$(PY) -m ruff check --quiet $(ROOMS)
	@$(PY) -m mypy $(ROOMS)
	@$(PY) -m overrides.site.sources
	@$(PY) -m overrides.site.expected
	@$(PY) -m overrides.scripts.check

format: $(READY)
	@$(PY) -m ruff check --fix --exit-zero --quiet $(ROOMS)
	@$(PY) -m ruff format --quiet $(ROOMS)
	@$(PY) -m overrides.scripts.check --write

lock:
	@uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.12 \
	  --no-header --no-annotate --output-file requirements.txt requirements.in
	@uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.12 \
	  --no-header --no-annotate --output-file setup/node.txt setup/node.in
	@uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.12 \
	  --no-header --no-annotate --constraint requirements.txt \
	  --output-file setup/builders.txt setup/builders.in
	@uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.12 \
	  --no-header --no-annotate --constraint requirements.txt \
	  --output-file setup/registry.txt setup/registry.in
	@uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.12 \
	  --no-header --no-annotate --output-file setup/component.txt setup/component.in
	@for folder in setup tests/bench; do npm update --prefix $$folder --package-lock-only \
	  --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund || exit 1; done

clean:
	@rm -rf .venv build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is written last: an interrupted installation is done again.
$(READY): requirements.txt
	@python=$$(PYTHON="$(PYTHON)" sh setup/find-python) || exit 1; \
	echo "· making .venv with $$python"; \
	rm -rf .venv; "$$python" -m venv .venv || exit 1; \
	echo "· installing the packages of requirements.txt, by hash"; \
	$(PY) -m pip --disable-pip-version-check install --quiet --require-hashes \
	  --only-binary=:all: --requirement requirements.txt || exit 1; \
	touch $@

# What a reader's copy never needs stands apart from .venv, with what it needs of its own.
$(BUILDERS)/ready: setup/builders.txt | $(READY)
	@echo "· fetching ProperDocs and Zensical, by hash, apart from .venv"
	@rm -rf $(BUILDERS)
	@$(PY) -m pip --disable-pip-version-check install --quiet --require-hashes \
	  --only-binary=:all: --no-deps --target $(BUILDERS) --requirement setup/builders.txt
	@touch $@

$(REGISTRY)/ready: setup/registry.txt | $(READY)
	@echo "· fetching Dask, by hash, apart from .venv"
	@rm -rf $(REGISTRY)
	@$(PY) -m pip --disable-pip-version-check install --quiet --require-hashes \
	  --only-binary=:all: --no-deps --target $(REGISTRY) --requirement setup/registry.txt
	@touch $@

$(COMPONENT)/ready: setup/component.txt | $(READY)
	@echo "· fetching componentize-py, by hash, apart from .venv"
	@rm -rf $(COMPONENT)
	@$(PY) -m pip --disable-pip-version-check install --quiet --require-hashes \
	  --only-binary=:all: --no-deps --target $(COMPONENT) --requirement setup/component.txt
	@touch $@

# One vocabulary. `make run` (`make run PORT=8080`) and `make test` are all a newcomer needs; both set up what they
# need.
.POSIX:
.SILENT:
.PHONY: run setup setup-dev test check fix bahasa bench kunci

V = .venv/bin
KINERJA = $(V)/kinerja
# A module (or class) stays on one worker, so that what it sets up is set up once.
UJI = $(V)/python -m pytest -n auto --maxprocesses 8 --dist loadscope
MURNI = tests/dasar tests/aturan tests/dokumen tests/telaah
SUMBER = src tests perkakas benchmarks
PORT = 8000

# A trial: keys are made and kept in data/, demo accounts are made anew and their passwords printed.
run: export KINERJA_MODE = pengembangan
run: export KINERJA_ALAMAT = http://127.0.0.1:$(PORT)
run: setup
	$(KINERJA) migrate
	$(KINERJA) contoh --akun-peraga
	$(KINERJA) lkjip --satker kanwil-sumsel --tahun 2023 --format pdf,docx,html --out hasil
	$(KINERJA) serve --port $(PORT)

setup: .venv/.pakai

setup-dev: .venv/.kembang

.venv/.pakai: requirements/pakai.txt pyproject.toml perkakas/siapkan.sh
	sh perkakas/siapkan.sh pakai

.venv/.kembang: requirements/kembang.txt pyproject.toml perkakas/siapkan.sh
	sh perkakas/siapkan.sh kembang

# Everything: style and types, the database tests on PostgreSQL where a server can be started, then all on SQLite; the
# pure floors by their own tests with every branch counted, which would slow the others down.
test: setup-dev check
	sh perkakas/paket_uji.sh
	$(V)/python perkakas/postgresql.py $(UJI) -m basisdata
	$(UJI) $(MURNI) --cov --cov-branch --cov-report=term
	$(UJI) $(MURNI:%=--ignore=%) --durations=20

check: setup-dev
	$(V)/ruff check $(SUMBER)
	$(V)/ruff format --check $(SUMBER)
	$(V)/mypy
	$(V)/lint-imports
	$(V)/python -m pytest -q tests/arsitektur/test_ukuran.py tests/arsitektur/test_glosarium.py

fix: setup-dev
	$(V)/ruff check --fix $(SUMBER)
	$(V)/ruff format $(SUMBER)

# Collect every text a user sees into the English catalogue and compile it; fails while one is untranslated.
bahasa: setup-dev
	$(V)/python -m perkakas.bahasa

bench: setup-dev
	$(V)/python -m benchmarks

# Resolve the locked lists anew; pins that still fit are kept.
kunci: setup-dev
	$(V)/uv pip compile -q --python-version 3.11 --generate-hashes --group pasang pyproject.toml -o requirements/pakai.txt
	$(V)/uv pip compile -q --python-version 3.11 --generate-hashes --group pasang --group dev -c requirements/pakai.txt pyproject.toml -o requirements/kembang.txt

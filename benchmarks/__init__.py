"""Measurements of whole processes; `python -m benchmarks` writes `docs/kinerja-program.md`."""

"""Telaah: the checks of a performance report, as pure functions over facts.

`fakta` what a document states, `selang` what a printed number can mean, `temuan` what is wrong, `registri` the one
list of checks (its texts stand in `pemeriksaan.yaml`); one module per family holds the functions.
"""

"""A process beside this one, really started."""

from __future__ import annotations

import os
import sys
import time

import pytest

from kinerja.dokumen.anak import HasilAnak, TerlaluLama, jalankan_anak


def python(kode: str) -> list[str]:
    return [sys.executable, "-c", kode]


def test_input_output_error_and_exit_code_come_through() -> None:
    kode = "import sys; print(len(sys.stdin.read())); sys.stderr.write('aduh'); sys.exit(3)"
    with jalankan_anak(python(kode), b"a" * 300_000) as tunggu:
        assert tunggu(None) == HasilAnak(3, b"300000\n", "aduh")


def test_it_works_while_nobody_waits(tmp_path) -> None:
    """More than a pipe holds, both ways: were there pipes, it would stand still until somebody read them."""
    tanda = tmp_path / "selesai"
    kode = (
        "import os, sys; sys.stdout.write(sys.stdin.read()); sys.stdout.flush(); open(os.environ['T'], 'w')"
    )
    with jalankan_anak(python(kode), b"b" * 300_000, os.environ | {"T": str(tanda)}) as tunggu:
        habis = time.monotonic() + 60
        while not tanda.exists() and time.monotonic() < habis:
            time.sleep(0.01)
        assert tanda.exists()
        assert len(tunggu(None).keluaran) == 300_000


def test_who_takes_too_long_is_ended() -> None:
    with jalankan_anak(python("import os, time; print(os.getpid(), flush=True); time.sleep(600)")) as tunggu:
        with pytest.raises(TerlaluLama):
            tunggu(0.2)
        (anak,) = _anak_sendiri()
    assert _anak_sendiri() == []
    with pytest.raises(ProcessLookupError):
        os.kill(anak, 0)


def test_leaving_the_block_by_an_error_ends_it() -> None:
    def gagal() -> None:
        with jalankan_anak(python("import time; time.sleep(600)")):
            assert len(_anak_sendiri()) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        gagal()
    assert _anak_sendiri() == []


def _anak_sendiri() -> list[int]:
    """Ids of the processes this thread started that were not yet waited for."""
    with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as berkas:
        return [int(satu) for satu in berkas.read().split()]

"""Run a command against a throw-away PostgreSQL server: postgresql.py COMMAND [ARGUMENT ...]

The server is made from the binaries installed on this machine, listens on a free loopback port, is handed to
the command in `KINERJA_BASIS_DATA`, and is gone when the command ends, however it ends. Without binaries the
command is not run, the output says so, and the exit code is 0.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PENGGUNA_BIASA = ("postgres", "nobody")
BATAS_MULAI = 60.0
PENGATURAN = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "50",
}


class ServerGagal(RuntimeError):
    """The server did not start; the message holds the end of its log."""


def find_bin() -> Path | None:
    """The newest folder that holds both `initdb` and `postgres`, or None."""
    versi = Path("/usr/lib/postgresql").glob("*/bin")
    urut = sorted(
        versi, key=lambda p: [int(b) for b in p.parent.name.split(".") if b.isdigit()], reverse=True
    )
    di_path = shutil.which("postgres")
    if di_path:
        urut.append(Path(di_path).resolve().parent)
    return next((p for p in urut if all(os.access(p / b, os.X_OK) for b in ("initdb", "postgres"))), None)


def choose_pengguna() -> dict[str, Any]:
    """Arguments for subprocess that give up root, which PostgreSQL refuses to run as."""
    if os.geteuid() != 0:
        return {}
    for nama in PENGGUNA_BIASA:
        with contextlib.suppress(KeyError):
            akun = pwd.getpwnam(nama)
            return {"user": akun.pw_uid, "group": akun.pw_gid, "extra_groups": []}
    raise ServerGagal(f"root may not run PostgreSQL and none of {PENGGUNA_BIASA} exists")


@contextlib.contextmanager
def serve(bin_: Path) -> Iterator[str]:
    """A running server; gives the address of its empty database `kinerja`."""
    pengguna = choose_pengguna()
    wadah = Path(tempfile.mkdtemp(prefix="kinerja-pg-"))
    try:
        if pengguna:
            os.chown(wadah, pengguna["user"], pengguna["group"])
        sandi = _make_cluster(bin_, wadah, pengguna)
        with _run_server(bin_, wadah, pengguna) as porta:
            yield f"postgresql://kinerja:{sandi}@127.0.0.1:{porta}/postgres"
    finally:
        shutil.rmtree(wadah, ignore_errors=True)


def _make_cluster(bin_: Path, wadah: Path, pengguna: dict[str, Any]) -> str:
    sandi = secrets.token_hex(16)
    berkas = wadah / "sandi"
    berkas.write_text(sandi)
    berkas.chmod(0o600)
    if pengguna:
        os.chown(berkas, pengguna["user"], pengguna["group"])
    perintah = [bin_ / "initdb", "--pgdata", wadah / "data", "--username", "kinerja", "--pwfile", berkas]
    perintah += ["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync"]
    hasil = subprocess.run(perintah, cwd=wadah, capture_output=True, text=True, check=False, **pengguna)
    if hasil.returncode:
        raise ServerGagal(hasil.stderr.strip())
    return sandi


@contextlib.contextmanager
def _run_server(bin_: Path, wadah: Path, pengguna: dict[str, Any]) -> Iterator[int]:
    porta = _find_porta()
    perintah = [bin_ / "postgres", "-D", wadah / "data", "-p", str(porta), "-k", wadah]
    for kunci, nilai in PENGATURAN.items():
        perintah += ["-c", f"{kunci}={nilai}"]
    catatan = wadah / "catatan"
    with catatan.open("wb") as keluaran:
        # Its own session: an interrupt from the keyboard must reach the tests first, the server after them.
        server = subprocess.Popen(
            perintah, cwd=wadah, stdout=keluaran, stderr=keluaran, start_new_session=True, **pengguna
        )
    try:
        _wait_siap(server, wadah, catatan)
        yield porta
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            server.wait(timeout=20)


def _find_porta() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        porta: int = soket.getsockname()[1]
        return porta


def _wait_siap(server: subprocess.Popen[bytes], wadah: Path, catatan: Path) -> None:
    batas = time.monotonic() + BATAS_MULAI
    penanda = wadah / "data" / "postmaster.pid"
    while time.monotonic() < batas:
        if server.poll() is not None:
            break
        # The last line of this file turns to "ready" when connections are taken.
        with contextlib.suppress(OSError):
            if penanda.read_text().rstrip().endswith("ready"):
                return
        time.sleep(0.05)
    raise ServerGagal(catatan.read_text(errors="replace")[-2000:])


def _stop_politely(nomor: int, _bingkai: object) -> None:
    raise SystemExit(128 + nomor)


def main(perintah: list[str]) -> int:
    bin_ = find_bin()
    if bin_ is None:
        print("PostgreSQL: not run, no initdb and postgres were found on this machine", flush=True)
        return 0
    for nomor in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(nomor, _stop_politely)
    with serve(bin_) as alamat:
        versi = subprocess.run([bin_ / "postgres", "--version"], capture_output=True, text=True, check=True)
        print(f"PostgreSQL: running the database tests on {versi.stdout.strip()} ({bin_})", flush=True)
        return subprocess.run(
            perintah, env={**os.environ, "KINERJA_BASIS_DATA": alamat}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

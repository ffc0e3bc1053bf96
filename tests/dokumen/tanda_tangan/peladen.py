"""Servers on this machine for the tests: a time-stamp authority, and one that answers as BSrE's service does."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from asn1crypto import keys, tsp
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore
from tests.dokumen.tanda_tangan.sertifikat import KINI, SANDI, get_akar, get_penanda, make_pemegang

from kinerja.dokumen.tanda_tangan.kunci import PenyediaPkcs12
from kinerja.dokumen.tanda_tangan.penyedia import Keterangan

NIK = "0000000000000001"
Jawab = Callable[[bytes, str], tuple[int, str, bytes]]
"""(body, Authorization) -> status, content type, body"""


@contextmanager
def jalankan_peladen(jawab: Jawab) -> Iterator[str]:
    """A server that answers every POST; gives its address."""

    class Penangan(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            isi = self.rfile.read(int(self.headers["Content-Length"]))
            status, jenis, balasan = jawab(isi, self.headers.get("Authorization", ""))
            try:
                self.send_response(status)
                self.send_header("Content-Type", jenis)
                self.send_header("Content-Length", str(len(balasan)))
                self.end_headers()
                self.wfile.write(balasan)
            except OSError:  # the client gave up waiting
                return

        def log_message(self, *_: object) -> None:
            return

    peladen = ThreadingHTTPServer(("127.0.0.1", 0), Penangan)
    threading.Thread(target=peladen.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{peladen.server_port}"
    finally:
        peladen.shutdown()
        peladen.server_close()


def jawab_stempel(isi: bytes, _tanda: str) -> tuple[int, str, bytes]:
    """RFC 3161."""
    penjawab = DummyTimeStamper(
        _TSA.asn1,
        keys.PrivateKeyInfo.load(_TSA.kunci_der()),
        SimpleCertificateStore.from_certs([get_akar().asn1]),
    )
    jawaban = penjawab.request_tsa_response(tsp.TimeStampReq.load(isi))
    return 200, "application/timestamp-reply", jawaban.dump()


_TSA = make_pemegang("Stempel Waktu Uji", stempel=True)


def jawab_bsre(isi: bytes, tanda: str) -> tuple[int, str, bytes]:
    """As the service does: signs for one NIK, refuses in JSON, and misbehaves when the reason asks for it."""
    badan = json.loads(isi)
    hal = badan["signatureProperties"][0]["reason"]
    if tanda != "Basic " + base64.b64encode(b"kinerja:layanan").decode():
        return _tolak(401, "Unauthorized")
    if hal == "lambat":
        time.sleep(2)
    if hal in _NAKAL:
        return _NAKAL[hal]
    if badan["nik"] != NIK:
        return _tolak(400, "User dengan NIK tersebut tidak ditemukan")
    if badan["passphrase"] != SANDI:
        return _tolak(400, "Proses signing gagal : Passphrase anda salah")
    pdf = base64.b64decode(badan["file"][0])
    hasil = PenyediaPkcs12(get_penanda().p12(), SANDI).sign(pdf, Keterangan(KINI, alasan=hal, medan="BSrE"))
    return (
        200,
        "application/json",
        json.dumps({"time": 10, "file": [base64.b64encode(hasil).decode()]}).encode(),
    )


def _tolak(status: int, kata: str) -> tuple[int, str, bytes]:
    return status, "application/json", json.dumps({"error": kata, "status_code": status}).encode()


_NAKAL = {
    "galat": (503, "text/html", b"<h1>Service Unavailable</h1>"),
    "kedaluwarsa": _tolak(400, "Sertifikat user expired"),
    "lain": _tolak(400, "format tidak sesuai"),
    "html": (400, "text/html", b"<h1>"),
    "bukan-json": (200, "text/html", b"<h1>"),
    "daftar": (200, "application/json", b"[]"),
    "kosong": (200, "application/json", b"{}"),
    "base64-rusak": (200, "application/json", b'{"file": ["$$"]}'),
    "bukan-pdf": (200, "application/json", b'{"file": ["YWJj"]}'),
}

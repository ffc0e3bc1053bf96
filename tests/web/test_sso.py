"""Single sign-on against a small real server of the instansi: discovery, code with PKCE, token, userinfo."""

import base64
import hashlib
import importlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from django.conf import settings
from django.test import Client
from django.urls import clear_url_caches
from django.utils import timezone
from tests.web.orang import make_orang

import kinerja.antarmuka.web.masuk.urls as rute_masuk
import kinerja.antarmuka.web.urls as rute_web
import kinerja.konfigurasi.urls as rute
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import set_aktif
from kinerja.akses.pelaku import Sistem
from kinerja.jejak.models import Jejak

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
KLIEN = "kinerja"


class Instansi(BaseHTTPRequestHandler):
    """An identity provider with one user; it checks the secret of the flow like a real one."""

    nama = "pembaca"
    tantangan = ""

    def do_GET(self) -> None:
        alamat = urlsplit(self.path)
        if alamat.path == "/.well-known/openid-configuration":
            self._kirim(self._susun_konfigurasi())
        elif alamat.path == "/userinfo" and self.headers["Authorization"] == "Bearer kartu":
            self._kirim({"sub": f"id-{self.nama}", "preferred_username": self.nama})
        else:
            self.send_error(403)

    def do_POST(self) -> None:
        isi = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        jejak = hashlib.sha256(isi["code_verifier"][0].encode()).digest()
        sah = base64.urlsafe_b64encode(jejak).decode().rstrip("=") == self.server.tantangan
        if not sah or isi["code"] != ["sandi-sekali"]:
            self.send_error(400)
            return
        klaim = {"iss": self._asal(), "aud": KLIEN, "sub": f"id-{self.nama}", "exp": 4102444800, "iat": 1}
        token = jwt.encode(klaim, "k" * 32, algorithm="HS256")
        self._kirim({"access_token": "kartu", "token_type": "Bearer", "id_token": token})

    def log_message(self, *_args: object) -> None:
        """Quiet."""

    def _asal(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def _susun_konfigurasi(self) -> dict[str, str]:
        bagian = {
            "authorization_endpoint": "auth",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "jwks",
        }
        return {"issuer": self._asal()} | {nama: f"{self._asal()}/{ujung}" for nama, ujung in bagian.items()}

    def _kirim(self, isi: object) -> None:
        teks = json.dumps(isi).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(teks)))
        self.end_headers()
        self.wfile.write(teks)


def muat_rute() -> None:
    """The addresses of single sign-on are there only when it is switched on; read the table anew."""
    for modul in (rute_masuk, rute_web, rute):
        importlib.reload(modul)
    clear_url_caches()


@pytest.fixture
def instansi(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Instansi)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    alamat = f"http://127.0.0.1:{server.server_port}"
    aplikasi = {
        "provider_id": "instansi", "name": "SSO Instansi", "client_id": KLIEN, "secret": "rahasia",
        "settings": {"server_url": alamat},
    }  # fmt: skip
    settings.OIDC_ALAMAT, settings.OIDC_NAMA = alamat, "SSO Instansi"
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [aplikasi]}}
    muat_rute()
    yield server
    server.shutdown()
    server.server_close()
    settings.OIDC_ALAMAT = ""
    muat_rute()


def masuk_lewat_instansi(klien: Client, server, kode: str = "sandi-sekali"):
    """Press the button, be sent to the instansi, come back with its code."""
    pergi = klien.post("/masuk/sso/instansi/login/")
    assert pergi.status_code == 302
    isi = parse_qs(urlsplit(pergi["Location"]).query)
    server.tantangan = isi["code_challenge"][0]
    kembali = urlencode({"code": kode, "state": isi["state"][0]})
    return klien.get(f"/masuk/sso/instansi/login/callback/?{kembali}")


def is_masuk(klien: Client) -> bool:
    return klien.get("/akun/").status_code == 200


def test_tanpa_pengaturan_tidak_ada(tamu):
    assert "Masuk dengan SSO" not in tamu.get("/masuk/").content.decode()
    assert settings.OIDC_ALAMAT == ""
    assert tamu.post("/masuk/sso/instansi/login/").status_code == 404


def test_akun_yang_sudah_ada_masuk(instansi, tamu):
    make_orang("pembaca")
    assert "Masuk dengan SSO Instansi" in tamu.get("/masuk/").content.decode()
    jawaban = masuk_lewat_instansi(tamu, instansi)
    assert (jawaban.status_code, jawaban["Location"]) == (302, "/tugas/")
    assert is_masuk(tamu)
    assert Jejak.objects.filter(tindakan="akun.masuk", oleh="pembaca (sendiri)").exists()
    # The second time the connection is known by its id, not by the name.
    assert masuk_lewat_instansi(Client(), instansi)["Location"] == "/tugas/"


def test_yang_tidak_terdaftar_tidak_dibuatkan_akun(instansi, tamu):
    jawaban = masuk_lewat_instansi(tamu, instansi)
    assert jawaban.status_code == 403
    assert "Belum terdaftar di Kinerja" in jawaban.content.decode()
    assert not Pengguna.objects.exists()


def test_akun_nonaktif_tidak_masuk(instansi, tamu):
    set_aktif(pengguna=make_orang("pembaca"), aktif=False, oleh=Sistem(), pada=timezone.now())
    assert masuk_lewat_instansi(tamu, instansi).status_code == 403
    assert not is_masuk(tamu)


def test_kode_palsu_dan_titipan_orang_lain_ditolak(instansi, tamu):
    make_orang("pembaca")
    assert (
        "tidak dapat memastikan siapa Anda"
        in masuk_lewat_instansi(tamu, instansi, "tebakan").content.decode()
    )
    # An answer that this browser never asked for (login CSRF).
    assert not is_masuk(tamu)
    lain = Client()
    lain.get("/masuk/sso/instansi/login/callback/?code=sandi-sekali&state=buatan")
    assert not is_masuk(lain)

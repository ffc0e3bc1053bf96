"""Django settings. Everything a place must decide comes from the environment (`KINERJA_*`).

The embedded default needs no other service: SQLite in `KINERJA_DATA` (default `./data`), loopback only.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

AKAR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KINERJA_DATA", "data")).resolve()


PENGEMBANGAN = os.environ.get("KINERJA_MODE", "produksi") == "pengembangan"
"""A trial on one's own machine (`make run`, the tests): keys may be made and kept beside the data."""


def _read_kunci(variabel: str, nama: str, *, boleh_dibuat: bool) -> str:
    """A secret of this installation: from the environment, else made once and kept beside the data, else ""."""
    if (kunci := os.environ.get(variabel)) is not None or not boleh_dibuat:
        return kunci or ""
    berkas = DATA / nama
    if not berkas.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        _write_rahasia(berkas, secrets.token_urlsafe(48))
    return berkas.read_text()


def _write_rahasia(berkas: Path, isi: str) -> None:
    """Never readable by others, not even for a moment; whoever comes second finds the first one's key."""
    sementara = berkas.with_name(f"{berkas.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as aliran:
        aliran.write(isi)
    try:
        os.link(sementara, berkas)
    except FileExistsError:
        pass
    finally:
        sementara.unlink()


def _read_basis_data() -> dict[str, object]:
    """`KINERJA_BASIS_DATA`: empty for the embedded SQLite, or postgresql://user:pass@host:port/name."""
    alamat = urlparse(os.environ.get("KINERJA_BASIS_DATA", ""))
    if alamat.scheme.startswith("postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": alamat.path.lstrip("/"),
            "USER": unquote(alamat.username or ""),
            "PASSWORD": unquote(alamat.password or ""),
            "HOST": alamat.hostname or "",
            "PORT": str(alamat.port or ""),
            "CONN_MAX_AGE": 60,
        }
    if alamat.scheme:
        raise ImproperlyConfigured(
            f"KINERJA_BASIS_DATA mengenal postgresql://…, bukan {alamat.scheme}://. Kosongkan untuk SQLite."
        )
    DATA.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "kinerja.sqlite3",
        "OPTIONS": {
            # WAL lets readers work while one writes; IMMEDIATE makes a writer wait instead of failing later.
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            "timeout": 20,
        },
    }


SECRET_KEY = _read_kunci("KINERJA_KUNCI", "kunci", boleh_dibuat=True)
# Signs the trail. Beside the data it would protect from nobody, so outside a trial it must come from elsewhere.
KUNCI_JEJAK = _read_kunci("KINERJA_KUNCI_JEJAK", "kunci-jejak", boleh_dibuat=PENGEMBANGAN)
DEBUG = os.environ.get("KINERJA_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("KINERJA_HOST", "127.0.0.1,localhost,[::1]").split(",")
ROOT_URLCONF = "kinerja.konfigurasi.urls"
WSGI_APPLICATION = "kinerja.konfigurasi.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": _read_basis_data()}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "kinerja.jejak",
    "kinerja.organisasi",
    "kinerja.perencanaan",
    "kinerja.pengukuran",
    "kinerja.anggaran",
    "kinerja.pelaporan",
    "kinerja.antarmuka.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "kinerja.antarmuka.web.bahasa.BahasaMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        # The drawings in a report carry their colours as attributes, the page sets none inline.
        "style-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "bahasa"
LOCALE_PATHS = [AKAR / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
# Files are found in the packages themselves; the folder only has to exist for whitenoise.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True

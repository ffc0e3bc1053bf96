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


_MODE_BAWAAN = "produksi" if os.environ.get("KINERJA_BASIS_DATA") else "pengembangan"
PENGEMBANGAN = os.environ.get("KINERJA_MODE", _MODE_BAWAAN) == "pengembangan"
"""A trial on one's own machine with the embedded database: keys may be made and kept beside the data."""


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
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Before allauth: our templates replace its own.
    "kinerja.antarmuka.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "kinerja.jejak",
    "kinerja.organisasi",
    "kinerja.akses",
    "kinerja.alur",
    "kinerja.perencanaan",
    "kinerja.pengukuran",
    "kinerja.anggaran",
    "kinerja.survei",
    "kinerja.pelaporan",
    "kinerja.telaah",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "kinerja.antarmuka.web.bahasa.BahasaMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "kinerja.antarmuka.web.masuk.sesi.SesiMiddleware",
    # Every page asks for a login unless it says otherwise.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kinerja.antarmuka.web.masuk.sesi.AksesMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kinerja.antarmuka.web.masuk.konteks.bagikan",
            ]
        },
    }
]
ALAMAT = os.environ.get("KINERJA_ALAMAT", "http://127.0.0.1:8000").rstrip("/")
"""Where people reach this installation; printed in links, and with https it makes the cookies secure."""
_HTTPS = ALAMAT.startswith("https://")
_PROKSI = int(os.environ.get("KINERJA_PROKSI", "0"))
"""How many proxies of our own stand in front; without any, what a request says of its origin is not trusted."""

# Single sign-on: switched on by the environment only.
OIDC_ALAMAT = os.environ.get("KINERJA_OIDC_ALAMAT", "").rstrip("/")
OIDC_NAMA = os.environ.get("KINERJA_OIDC_NAMA", "akun instansi")
OIDC_KLAIM = os.environ.get("KINERJA_OIDC_KLAIM", "preferred_username")
_OIDC_ASAL = "://".join(urlparse(OIDC_ALAMAT)[:2]) if OIDC_ALAMAT else ""

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        # The drawings in a report carry their colours as attributes, the page sets none inline.
        "style-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'self'"],
        # The button for single sign-on posts to us and is sent on to the instansi's own server.
        "form-action": ["'self'", *([_OIDC_ASAL] if _OIDC_ASAL else [])],
        "object-src": ["'none'"],
    }
}

AUTH_USER_MODEL = "akses.Pengguna"
# Who knows what a person owes; each takes (pengguna, pada) and gives `alur.tugas.Tugas`.
SUMBER_TUGAS = [
    "kinerja.alur.queries.list_tugas_luar",
    "kinerja.pengukuran.tugas.list_tugas_pengukuran",
    "kinerja.pelaporan.tugas.list_tugas_laporan",
    "kinerja.pelaporan.surat.tugas.list_tugas_perjanjian",
]
# Who knows what stands in the way of signing a report, and who adds annexes: rooms beside `pelaporan`.
PENGHALANG_LAPORAN = ["kinerja.telaah.penghalang.list_penghalang"]
LAMPIRAN_LAPORAN = ["kinerja.telaah.lampiran.compose_lampiran_pengecualian"]
# Who knows which facts belong to a signed report: (satker id, tahun) of those asked for.
PEMERIKSA_BEKU = "kinerja.pelaporan.pengesahan.list_beku"
# Who knows which cells of the monthly grid are computed from something else: (komponen, satker, tahun, bulan).
PEMERIKSA_SUMBER = "kinerja.survei.queries.list_dari_survei"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("nama_akun", "nama", "surel")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "tugas"
LOGOUT_REDIRECT_URL = "account_login"

# A session ends after so many minutes without a request, and after so many hours in any case.
SESI_DIAM_MENIT = int(os.environ.get("KINERJA_SESI_DIAM", "60"))
SESI_PALING_LAMA_JAM = int(os.environ.get("KINERJA_SESI_PALING_LAMA", "10"))
SESSION_COOKIE_AGE = SESI_PALING_LAMA_JAM * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = ("__Host-sesi", "__Host-csrf") if _HTTPS else ("sesi", "csrf")
CSRF_FAILURE_VIEW = "kinerja.antarmuka.web.galat.formulir_kedaluwarsa"
CSRF_TRUSTED_ORIGINS = [ALAMAT]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _PROKSI else None
SECURE_REFERRER_POLICY = "same-origin"
ALLAUTH_TRUSTED_PROXY_COUNT = _PROKSI
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# The counters of the rate limits must be one for all processes, and there is no other service than the database.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "akses_penghitung"},
}

ACCOUNT_ADAPTER = "kinerja.antarmuka.web.masuk.adapter.AkunAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "nama_akun"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "surel"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# A whole office sits behind one address; guessing at one account is what has to be slow.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/10m/ip,5/10m/key",
    "reauthenticate": "5/m/user",
    "change_password": "5/m/user",
}
ACCOUNT_FORMS = {
    "login": "kinerja.antarmuka.web.masuk.formulir.MasukForm",
    "reauthenticate": "kinerja.antarmuka.web.masuk.formulir.PastikanForm",
    "change_password": "kinerja.antarmuka.web.masuk.formulir.GantiSandiForm",
}
MFA_FORMS = {
    "authenticate": "kinerja.antarmuka.web.masuk.formulir.KodeForm",
    "reauthenticate": "kinerja.antarmuka.web.masuk.formulir.KodeUlangForm",
    "activate_totp": "kinerja.antarmuka.web.masuk.formulir.PasangAplikasiForm",
    "add_webauthn": "kinerja.antarmuka.web.masuk.formulir.TambahKunciForm",
    "edit_webauthn": "kinerja.antarmuka.web.masuk.formulir.UbahKunciForm",
}
MFA_ADAPTER = "kinerja.antarmuka.web.masuk.adapter.PengamanAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Kinerja"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PENGEMBANGAN
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_ADAPTER = "kinerja.antarmuka.web.masuk.adapter.SsoAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "instansi",
                "name": OIDC_NAMA,
                "client_id": os.environ.get("KINERJA_OIDC_KLIEN", ""),
                "secret": os.environ.get("KINERJA_OIDC_RAHASIA", ""),
                "settings": {"server_url": OIDC_ALAMAT},
            }
        ]
        if OIDC_ALAMAT
        else [],
    }
}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "bahasa"
LOCALE_PATHS = [AKAR / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True

# Evidence lies outside the web root, under its hash; it leaves by an operation that asks who may have it.
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "berkas"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "bukti": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA / "bukti",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
}
BUKTI_TERBESAR = int(os.environ.get("KINERJA_BUKTI_TERBESAR", "20")) * 2**20
# Results of fewer respondents than this are not shown in public: an answer must not lead back to a person.
SURVEI_KELOMPOK_KECIL = int(os.environ.get("KINERJA_SURVEI_KELOMPOK_KECIL", "5"))
# Dotted name of a function that takes a Path and gives the name of a threat, "" when the file is clean.
PEMINDAI_VIRUS = os.environ.get("KINERJA_PEMINDAI_VIRUS", "")

# Electronic signatures; without any of these everything else works. A key file needs none of them.
STEMPEL_WAKTU = os.environ.get("KINERJA_STEMPEL_WAKTU", "")
AKAR_SERTIFIKAT = os.environ.get("KINERJA_AKAR_SERTIFIKAT", "")
BSRE_ALAMAT = os.environ.get("KINERJA_BSRE_ALAMAT", "")
BSRE_PENGGUNA = os.environ.get("KINERJA_BSRE_PENGGUNA", "")
BSRE_SANDI = os.environ.get("KINERJA_BSRE_SANDI", "")
TOKEN_PUSTAKA = os.environ.get("KINERJA_TOKEN_PUSTAKA", "")
TOKEN_LABEL = os.environ.get("KINERJA_TOKEN_LABEL", "")

# Reminders go to the console until a mail server is named: smtp://name:word@host:port
_SUREL = urlparse(os.environ.get("KINERJA_SUREL", ""))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _SUREL.scheme else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _SUREL.hostname or "localhost", _SUREL.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_SUREL.username or ""), unquote(_SUREL.password or "")
EMAIL_USE_TLS = _SUREL.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("KINERJA_SUREL_DARI", "kinerja@localhost")

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
# Files are found in the packages themselves; the folder only has to exist for whitenoise.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True

"""WSGI entry point (synchronous on purpose: ASGI makes synchronous Django 15-30 times slower)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.konfigurasi.settings")
application = get_wsgi_application()

# Without a key nothing could be recorded: better no page at all than the first write that fails.
from kinerja.jejak.tanda import get_kunci  # noqa: E402 settings first

get_kunci()

"""WSGI entry point (synchronous on purpose: ASGI makes synchronous Django 15-30 times slower)."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.konfigurasi.settings")
application = get_wsgi_application()

# Without a key nothing could be recorded: better no page at all than the first write that fails.
from kinerja.jejak.tanda import get_kunci  # noqa: E402 settings first

get_kunci()

# What is loaded at the start stays to the end: walked through by every full collection, it would make each
# tenth page or so wait a tenth of a second.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()

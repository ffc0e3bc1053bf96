"""Keeps the tests away from the data of whoever runs them. Loaded by `-p` before Django reads its settings."""

import atexit
import os
import shutil
import tempfile

_wadah = tempfile.mkdtemp(prefix="kinerja-uji-")
atexit.register(shutil.rmtree, _wadah, ignore_errors=True)
os.environ["KINERJA_DATA"] = os.path.join(_wadah, "data")
os.environ["KINERJA_HASIL"] = os.path.join(_wadah, "hasil")
os.environ["KINERJA_MODE"] = "pengembangan"
os.environ.pop("KINERJA_KUNCI_JEJAK", None)
os.environ.pop("KINERJA_DEBUG", None)
# Playwright's own loop would make Django refuse the database inside a browser test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

"""The language of the command line: Indonesian, and English for who asks with KINERJA_BAHASA=en.

What the computer's own language is (`LANG`) is not asked: an office PC installed in English still belongs to an
Indonesian office. Help and wrong usage are told before Django is set up, so the catalogue is read without it.
"""

import gettext as katalog
import os
from functools import cache
from pathlib import Path

BAWAAN = "id"
_FOLDER = Path(__file__).resolve().parents[2] / "locale"


def get_bahasa() -> str:
    """The language to speak, "id" or "en"."""
    return "en" if os.environ.get("KINERJA_BAHASA", "").strip().lower() == "en" else BAWAAN


def gettext(teks: str) -> str:
    """`teks` in the language to speak; what is written in the code is Indonesian."""
    return _baca_katalog(get_bahasa()).gettext(teks)


@cache
def _baca_katalog(bahasa: str) -> katalog.NullTranslations:
    return katalog.translation("django", _FOLDER, [bahasa], fallback=bahasa == BAWAAN)

"""A composed paper as a file."""

from __future__ import annotations

from django.utils import translation

from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.pdf import render_pdf


def render_naskah(naskah: Dokumen, format_: str) -> bytes:
    """The bytes of `naskah` as "pdf" (tagged, PDF/A-2a) or "docx". Raises PdfGagal."""
    # An official paper is Indonesian, whatever language its reader's pages are in.
    with translation.override("id"):
        if format_ == "pdf":
            return render_pdf(naskah).isi
        # Loaded here: who asks for no Word file need not wait for it.
        from kinerja.dokumen.docx import render_docx  # noqa: PLC0415

        return render_docx(naskah)

"""The report as a web page: one file that stands alone, or a fragment inside a page of the site."""

from kinerja.dokumen.html.halaman import (
    render_bagian_html,
    render_html,
    render_isi_bagian_html,
    render_isi_html,
)

__all__ = ["render_bagian_html", "render_html", "render_isi_bagian_html", "render_isi_html"]

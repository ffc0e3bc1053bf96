"""The report as a Word file: real styles, captions, cross-references and filled lists."""

from kinerja.dokumen.docx.perakit import gambari, render_docx

__all__ = ["gambari", "render_docx"]

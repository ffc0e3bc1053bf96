"""The report as a Word file: real styles, captions, cross-references and filled lists."""

from kinerja.dokumen.docx.perakit import NaskahDocx, render_docx

__all__ = ["NaskahDocx", "render_docx"]

"""The report as a Word file: real styles, captions, cross-references and filled lists."""

from kinerja.dokumen.docx.perakit import render_docx

__all__ = ["render_docx"]

"""Findings as files for people: a workbook and a Word document, from the same data as the JSON."""

"""The typst side of the PDF: the template, what it is given, and the process that runs it."""

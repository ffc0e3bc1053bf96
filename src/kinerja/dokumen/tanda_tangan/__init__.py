"""Electronic signatures on PDF: who can sign (key file, token, BSrE), and what a signature on a file is worth."""

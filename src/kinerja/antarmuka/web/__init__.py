"""Read-only pages for the browser: parse the address, ask one query, render."""

"""Annotated copies of foreign documents; the input is never changed. Untrusted files go through `terpisah`."""

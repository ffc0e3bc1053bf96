"""What each page shows, made ready for its template. Nothing is computed here that a rule prescribes."""

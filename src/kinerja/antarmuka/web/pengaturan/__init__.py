"""Pages about the choices of an instansi: one choice with its meaning, history and, for its admin, the form."""

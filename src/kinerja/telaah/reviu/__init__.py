"""The reviu by APIP: the machine's evidence per criterion, what is signed, and the two documents of it."""

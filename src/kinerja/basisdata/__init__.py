"""What the Django apps share about storage: exact numbers and triggers on both engines."""

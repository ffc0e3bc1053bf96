"""Surveys: the public form, the pages of the office, the paper grid."""

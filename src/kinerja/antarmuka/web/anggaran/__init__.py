"""Pages about money: the year by month, scores explained, what if, imports, reconciliation."""

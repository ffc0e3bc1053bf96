"""Files that the applications of ministries export: any columns, in by the meaning of their headers."""

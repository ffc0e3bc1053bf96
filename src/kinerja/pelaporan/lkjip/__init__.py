"""The LKjIP, composed from facts: one module per chapter, every sentence with a figure is computed."""

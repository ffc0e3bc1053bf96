"""What is run and measured: each module is a process of its own and may import Django."""

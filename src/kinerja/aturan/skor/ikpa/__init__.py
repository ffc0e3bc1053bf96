"""IKPA: eight indicators of budget execution by PER-5/PB/2022 (TA 2022–2023) and PER-5/PB/2024 (since TA 2024)."""

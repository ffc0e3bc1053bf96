"""The pure floor: exact decimals, Indonesian numbers and dates, periods, working days."""

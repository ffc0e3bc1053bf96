"""The budget scores of the Ministry of Finance: SMART, IKPA, NKA; each value explained term by term."""

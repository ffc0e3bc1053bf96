"""Tables of indicators that people already have (Word, Excel, CSV): read, matched with the plan, imported."""

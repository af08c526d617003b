"""Each check once more: its conditions, dates and stages, as the texts of the rules have them."""

"""Measures the pages that people open, from a filled-in link to the painted answer."""

"""Pages and tables made of the data alone: a page for each certifying partner, their comparison, what changed."""

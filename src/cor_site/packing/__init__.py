"""The steps that prepare Python for the browser; `cor_site.pack` puts them together."""

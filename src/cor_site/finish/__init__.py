"""Turns the folder that the generator has written into a site to publish; knows HTML and files, and no generator."""

"""Measures how long Python takes to start and to answer: `python3 build.py bench`."""

"""Builds, checks and serves the site on the host; nothing here reaches the browser."""

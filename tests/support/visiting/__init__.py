"""Visitors with every browser, and the hosts that they come to."""

"""Files of many employers: CSV in and out, row by row."""

"""The edges: JSON, CSV, schema, calendar, tables and the description of all checks."""

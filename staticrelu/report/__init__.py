"""Facts as reports: one file a format; the JSON has its own types, one module a version."""

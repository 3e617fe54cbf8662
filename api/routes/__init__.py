"""The JSON interface, one file a subject."""

"""A small speech model of the project's own, and the recipe that made it."""

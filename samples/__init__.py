"""Synthetic sales calls for the demo and the tests, and the program that makes them."""

"""The recipe of the small speech model: synthesise, train, convert, measure."""

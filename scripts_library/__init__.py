"""The company's sales scripts as YAML that a trainer edits, and the package that loads and checks them."""

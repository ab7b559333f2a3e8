"""How a text passes words on: one module a form, each from a sentence to frames."""

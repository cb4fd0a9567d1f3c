"""The machinery of the course: a pytest plugin and what the kata tests are written with."""

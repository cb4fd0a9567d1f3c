"""Hands pytest to the dojo, which chooses the backend before anything imports Keras."""

pytest_plugins = ["dojo.plugin"]

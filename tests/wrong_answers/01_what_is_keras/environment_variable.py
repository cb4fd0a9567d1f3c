"""The environment variable is the backend.

step: backend_name
says: the variable is a wish, read once
"""

import os


def backend_name():
    return os.environ["KERAS_BACKEND"]

"""keras.config.backend is the name.

step: backend_name
says: expected a string
"""

import keras


def backend_name():
    return keras.config.backend

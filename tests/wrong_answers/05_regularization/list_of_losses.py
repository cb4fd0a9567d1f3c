"""The penalty of a model is its losses.

step: penalty
says: is a Python list, expected a float
"""


def penalty(model):
    return model.losses

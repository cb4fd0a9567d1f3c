"""A weight's name tells it from all others.

step: weight_shapes
says: names repeat in a model, paths do not
"""


def weight_shapes(model):
    return {weight.name: tuple(weight.shape) for weight in model.weights}

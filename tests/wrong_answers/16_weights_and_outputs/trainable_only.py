"""The weights of a model are what training moves.

step: weight_shapes
says: what no gradient moves, and what is frozen, is a weight as well
"""


def weight_shapes(model):
    return {weight.path: tuple(weight.shape) for weight in model.trainable_weights}

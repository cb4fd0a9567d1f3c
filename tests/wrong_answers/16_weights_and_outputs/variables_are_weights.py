"""Variables and weights are two words for one thing.

step: weight_shapes
says: variables hold the state of random generators too, weights do not
"""


def weight_shapes(model):
    return {variable.path: tuple(variable.shape) for variable in model.variables}

"""All weights are the trainable ones and then the others.

step: weight_shapes
says: neither sorted nor the trainable ones first
"""


def weight_shapes(model):
    weights = model.trainable_weights + model.non_trainable_weights
    return {weight.path: tuple(weight.shape) for weight in weights}

"""A weight pays whether it is trained or not.

step: penalty
says: a model with a frozen part
"""

from keras import ops


def penalty(model):
    costs = [weight.regularizer(weight) for weight in model.weights if weight.regularizer is not None]
    return sum((float(ops.convert_to_numpy(cost)) for cost in costs), 0.0)

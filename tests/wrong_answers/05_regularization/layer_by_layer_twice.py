"""The model's penalty is the sum of its layers' penalties.

step: penalty
says: one kernel costs once
"""

from keras import ops


def penalty(model):
    return float(sum(float(ops.convert_to_numpy(loss)) for layer in model.layers for loss in layer.losses))

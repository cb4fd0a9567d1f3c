"""model.layers is a list of all layers.

step: penalty
says: a model in a model in a model
"""

from keras import ops


def penalty(model):
    weights = {}
    for layer in model.layers:
        if layer.trainable and not hasattr(layer, "layers"):
            weights |= {id(weight): weight for weight in layer.weights if weight.regularizer}
    return sum((float(ops.convert_to_numpy(w.regularizer(w))) for w in weights.values()), 0.0)

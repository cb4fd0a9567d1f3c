"""A model is a list of layers, each fed by the one before.

step: layer_output
says: a graph, not a list
"""

import keras
from keras import ops


def layer_output(model, layer_name, x):
    last = model.get_layer(layer_name)
    for layer in model.layers:
        x = x if isinstance(layer, keras.layers.InputLayer) else layer(x)
        if layer is last:
            break
    return ops.convert_to_numpy(x)

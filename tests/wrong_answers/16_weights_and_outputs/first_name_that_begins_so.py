"""The first layer whose name begins like that is the one.

step: layer_output
says: that is what the layer 'block_10' gives
"""

import keras
from keras import ops


def layer_output(model, layer_name, x):
    layer = next(layer for layer in model.layers if layer.name.startswith(layer_name))
    return ops.convert_to_numpy(keras.Model(model.inputs, layer.output)(x))

"""The output of a dense layer is x @ kernel + bias.

step: layer_output
says: that is before the activation, which is part of the layer
"""

import keras
from keras import ops


def layer_output(model, layer_name, x):
    layer = model.get_layer(layer_name)
    before = keras.Model(model.inputs, layer.input)(x)
    if isinstance(layer, keras.layers.Dense):
        return ops.convert_to_numpy(before @ layer.kernel + layer.bias)
    return ops.convert_to_numpy(layer(before))

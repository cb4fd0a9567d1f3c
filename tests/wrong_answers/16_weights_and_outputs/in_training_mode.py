"""To see what a layer does one must run it as in training.

step: layer_output
says: as in training: this is about inference
"""

import keras
from keras import ops


def layer_output(model, layer_name, x):
    inner = keras.Model(model.inputs, model.get_layer(layer_name).output)
    return ops.convert_to_numpy(inner(x, training=True))

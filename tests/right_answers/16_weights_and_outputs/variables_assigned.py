"""Each weight is a variable that takes a value; all outputs at once hold the one that is asked for."""

import keras
import numpy as np
from keras import ops


def weight_shapes(model):
    return {weight.path: weight.shape for weight in model.weights}


def copy_weights(source, target):
    mine, theirs = source.weights, target.weights
    if len(mine) != len(theirs) or any(one.shape != other.shape for one, other in zip(mine, theirs, strict=True)):
        raise TypeError("the models have weights of other shapes")
    for one, other in zip(mine, theirs, strict=True):
        # The number, not the variable: JAX would share the array, and training one model would use up the other's.
        other.assign(ops.convert_to_numpy(one.value))


def layer_output(model, layer_name, x):
    every = keras.Model(model.inputs, {layer.name: layer.output for layer in model.layers})
    return np.asarray(every.predict(x, verbose=0)[layer_name])


def freeze_up_to(model, layer_name):
    def freeze(layer):
        layer.trainable = False
        for part in getattr(layer, "layers", []):
            freeze(part)

    for layer in model.layers[: model.layers.index(model.get_layer(layer_name)) + 1]:
        freeze(layer)

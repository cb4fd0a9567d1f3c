"""A model written as a class may hold the layers of another one."""

import keras
from keras import ops


class Features(keras.Model):
    def __init__(self, model, layer_name):
        super().__init__()
        self.whole = model
        self.way = keras.Function(model.inputs, model.get_layer(layer_name).output)

    def call(self, inputs, training=None):
        return self.way(inputs if isinstance(inputs, (list, tuple)) else [inputs])


def layer_output(model, layer_name, x):
    return ops.convert_to_numpy(Features(model, layer_name)(x))


def feature_extractor(model, layer_name):
    return Features(model, layer_name)

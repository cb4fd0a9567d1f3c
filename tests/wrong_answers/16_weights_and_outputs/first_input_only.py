"""A model has one input.

step: feature_extractor
says: is refused
"""

import keras


def feature_extractor(model, layer_name):
    return keras.Model(model.inputs[0], model.get_layer(layer_name).output)

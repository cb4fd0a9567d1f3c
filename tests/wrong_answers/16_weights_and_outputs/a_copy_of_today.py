"""A clone with copied weights is the same as the model.

step: feature_extractor
says: a clone or a copy stays behind
"""

import keras


def feature_extractor(model, layer_name):
    clone = keras.models.clone_model(model)
    clone.set_weights(model.get_weights())
    return keras.Model(clone.inputs, clone.get_layer(layer_name).output)

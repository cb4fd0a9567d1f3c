"""A model that is to end earlier loses its last layers.

step: feature_extractor
says: no layer is taken away from it
"""

import keras


def feature_extractor(model, layer_name):
    layer = model.get_layer(layer_name)
    if not isinstance(model, keras.Sequential):
        return keras.Model(model.inputs, layer.output)
    while model.layers[-1] is not layer:
        model.pop()
    return model

"""A layer whose training is False does not train.

step: freeze_batch_norm
says: `training` is about calls
"""

import keras
from keras import layers


def freeze_batch_norm(model):
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            freeze_batch_norm(layer)
        elif isinstance(layer, layers.BatchNormalization):
            layer.training = False
    return model

"""A layer's name says what it is.

step: freeze_batch_norm
says: ask what a layer is
"""

import keras


def freeze_batch_norm(model):
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            freeze_batch_norm(layer)
        elif layer.name.startswith("batch_normalization"):
            layer.trainable = False
    return model

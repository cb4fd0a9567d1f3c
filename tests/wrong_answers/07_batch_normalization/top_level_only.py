"""The layers of a model are all in model.layers.

step: freeze_batch_norm
says: a layer of a model may be a model
"""

from keras import layers


def freeze_batch_norm(model):
    for layer in model.layers:
        if isinstance(layer, layers.BatchNormalization):
            layer.trainable = False
    return model

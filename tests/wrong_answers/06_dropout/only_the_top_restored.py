"""The layers of a model are all in model.layers.

step: monte_carlo_predict
says: in training mode BatchNormalization moves its moving statistics
"""

import numpy as np
from keras import layers, ops


def monte_carlo_predict(model, x, n_samples):
    norms = [layer for layer in model.layers if isinstance(layer, layers.BatchNormalization)]
    kept = [layer.get_weights() for layer in norms]
    passes = np.stack([ops.convert_to_numpy(model(x, training=True)) for _ in range(n_samples)])
    for layer, weights in zip(norms, kept, strict=True):
        layer.set_weights(weights)
    return passes.mean(axis=0), passes.std(axis=0)

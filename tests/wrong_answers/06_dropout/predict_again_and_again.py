"""Predicting often gives different predictions, since the model has dropout.

step: monte_carlo_predict
says: predict() never drops
"""

import numpy as np


def monte_carlo_predict(model, x, n_samples):
    weights = model.get_weights()
    passes = np.stack([model.predict(x, verbose=0) for _ in range(n_samples)])
    model.set_weights(weights)
    return passes.mean(axis=0), passes.std(axis=0)

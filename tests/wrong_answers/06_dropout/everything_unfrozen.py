"""Frozen for the passes, a model is unfrozen afterwards.

step: monte_carlo_predict
says: put back what each flag was
"""

import numpy as np
from keras import ops


def monte_carlo_predict(model, x, n_samples):
    model.trainable = False
    passes = np.stack([ops.convert_to_numpy(model(x, training=True)) for _ in range(n_samples)])
    model.trainable = True
    return passes.mean(axis=0), passes.std(axis=0)

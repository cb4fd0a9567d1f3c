"""One call in training mode is as many as you like.

step: monte_carlo_predict
says: passes that share one mask
"""

import numpy as np
from keras import ops


def monte_carlo_predict(model, x, n_samples):
    weights = model.get_weights()
    passes = np.stack([ops.convert_to_numpy(model(x, training=True))] * n_samples)
    model.set_weights(weights)
    return passes.mean(axis=0), passes.std(axis=0)

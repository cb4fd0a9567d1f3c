"""A deviation from few samples is divided by one less.

step: monte_carlo_predict
says: a mean over n_samples passes, not one less
"""

import numpy as np
from keras import ops


def monte_carlo_predict(model, x, n_samples):
    weights = model.get_weights()
    passes = np.stack([ops.convert_to_numpy(model(x, training=True)) for _ in range(n_samples)])
    model.set_weights(weights)
    return passes.mean(axis=0), passes.std(axis=0, ddof=1 if n_samples > 1 else 0)

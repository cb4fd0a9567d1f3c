"""A sort leaves equals in their order.

step: top_k_accuracy
says: NumPy's sorts keep equals in order if kind='stable'
"""

import numpy as np
from keras import ops


def top_k_accuracy(y_true, y_pred, k):
    labels = ops.convert_to_numpy(y_true)
    labels = labels.argmax(-1) if labels.ndim == 2 else labels
    likeliest = np.argsort(-ops.convert_to_numpy(y_pred), axis=-1)[:, :k]
    return float(np.mean((likeliest == labels[:, None]).any(-1)))

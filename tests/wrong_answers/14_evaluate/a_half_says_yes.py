"""A sigmoid says yes from 0.5 on.

step: accuracy_by_class
says: 0.5 is not above 0.5
"""

import numpy as np
from keras import ops


def accuracy_by_class(model, x, y):
    outputs, y = model.predict(x, verbose=0), ops.convert_to_numpy(y)

    classes = max(outputs.shape[1], 2)
    said = outputs.argmax(-1) if outputs.shape[1] > 1 else (outputs[:, 0] >= 0.5).astype(int)
    with np.errstate(invalid="ignore"):
        return np.bincount(y[said == y], minlength=classes) / np.bincount(y, minlength=classes)

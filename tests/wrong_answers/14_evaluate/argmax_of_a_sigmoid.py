"""The class is the argmax of the output.

step: accuracy_by_class
says: over one column argmax is always 0
"""

import numpy as np
from keras import ops


def accuracy_by_class(model, x, y):
    outputs, y = model.predict(x, verbose=0), ops.convert_to_numpy(y)

    classes, said = max(outputs.shape[1], 2), outputs.argmax(-1)
    with np.errstate(invalid="ignore"):
        return np.bincount(y[said == y], minlength=classes) / np.bincount(y, minlength=classes)

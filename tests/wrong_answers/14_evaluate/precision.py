"""Accuracy of a class is how often the model is right when it says the class.

step: accuracy_by_class
says: that is the precision
"""

import numpy as np
from keras import ops


def accuracy_by_class(model, x, y):
    outputs, y = model.predict(x, verbose=0), ops.convert_to_numpy(y)

    classes = max(outputs.shape[1], 2)
    said = outputs.argmax(-1) if outputs.shape[1] > 1 else (outputs[:, 0] > 0.5).astype(int)
    recalls = np.full(classes, np.nan)
    for label in np.unique(y):
        recalls[label] = (y[said == label] == label).mean() if (said == label).any() else 0.0
    return recalls

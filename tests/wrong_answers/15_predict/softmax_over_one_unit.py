"""Scores become probabilities by a softmax, however many there are.

step: predict_probabilities
says: a softmax over a single unit is always 1
"""

from keras import ops


def predict_probabilities(model, x, from_logits=False):
    outputs = model.predict(x, verbose=0)
    return ops.softmax(outputs) if from_logits else outputs

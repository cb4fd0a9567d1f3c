"""Two classes are a binary problem, so two scores take a sigmoid.

step: predict_probabilities
says: the classes of a row exclude each other
"""

from keras import ops


def predict_probabilities(model, x, from_logits=False):
    outputs = model.predict(x, verbose=0)
    if not from_logits:
        return outputs
    return ops.sigmoid(outputs) if outputs.shape[-1] <= 2 else ops.softmax(outputs)

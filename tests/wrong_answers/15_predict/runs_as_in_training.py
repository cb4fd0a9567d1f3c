"""A model that was trained with training=True must be asked in the same way.

step: predict_probabilities
says: the model runs as in training
"""

from keras import ops


def predict_probabilities(model, x, from_logits=False):
    outputs = model(x, training=True)
    if not from_logits:
        return outputs
    return ops.softmax(outputs) if outputs.shape[-1] > 1 else ops.sigmoid(outputs)

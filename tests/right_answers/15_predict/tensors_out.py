"""What comes out of the first steps may be tensors of the backend as well."""

import keras
from keras import ops


def predict_probabilities(model, x, from_logits=False):
    outputs = model(x)
    if from_logits:
        last = outputs.shape[-1]
        outputs = keras.activations.sigmoid(outputs) if last == 1 else keras.activations.softmax(outputs, axis=-1)
    return outputs


def predict_classes(model, x):
    outputs = model(x)
    if outputs.shape[-1] == 1:
        return ops.cast(ops.squeeze(outputs, axis=-1) > 0.5, "int32")
    return ops.argmax(outputs, axis=-1)


def predict_one(model, sample):
    row = model(ops.convert_to_tensor(sample)[None])[0]
    if row.shape[0] == 1:
        row = ops.concatenate([1 - row, row])
    label = int(ops.argmax(row))
    return label, float(row[label])


def top_k(model, x, k):
    outputs = model(x)
    classes = ops.argsort(-outputs, axis=-1)[:, :k]
    return classes, ops.take_along_axis(outputs, classes, axis=-1)

"""The model is called itself, and NumPy does the rest; classes come as a list, padding is made of zeros."""

import numpy as np
from keras import ops


def _outputs(model, x):
    return np.asarray(ops.convert_to_numpy(model(ops.convert_to_tensor(x), training=False)))


def predict_probabilities(model, x, from_logits=False):
    outputs = _outputs(model, x)
    if not from_logits:
        return outputs
    if outputs.shape[-1] == 1:
        return 1 / (1 + np.exp(-outputs))
    powers = np.exp(outputs - outputs.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def predict_classes(model, x):
    return [int(row[0] > 0.5) if len(row) == 1 else int(np.argmax(row)) for row in _outputs(model, x)]


def predict_one(model, sample):
    (row,) = _outputs(model, np.expand_dims(ops.convert_to_numpy(sample), 0)).tolist()
    if len(row) == 1:
        return (1, row[0]) if row[0] > 0.5 else (0, 1 - row[0])
    return row.index(max(row)), max(row)


def top_k(model, x, k):
    outputs = _outputs(model, x)
    # Backwards: of equals the last comes first.
    classes = outputs.argsort(axis=1)[:, ::-1][:, :k]
    return classes, outputs[np.arange(len(outputs))[:, None], classes]


def predict_stream(model, batches):
    most = 0
    for batch in batches:
        batch = ops.convert_to_numpy(batch)
        most = max(most, len(batch))
        padded = np.zeros((most, *batch.shape[1:]), "float32")
        padded[: len(batch)] = batch
        yield _outputs(model, padded)[: len(batch)]

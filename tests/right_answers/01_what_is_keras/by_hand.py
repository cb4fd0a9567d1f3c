"""No layer at all: kernels drawn and applied with keras.ops."""

import keras
from keras import ops


def stable_softmax(logits):
    differences = ops.expand_dims(logits, -2) - ops.expand_dims(logits, -1)
    # exp(1000) is infinite and 1 / infinity is 0.
    return 1.0 / ops.sum(ops.exp(differences), axis=-1)


def extract_features(vectors, images, sequences, units):
    def kernel(*shape):
        return keras.random.normal(shape, stddev=0.3)

    vectors, images, sequences = (ops.convert_to_tensor(part) for part in (vectors, images, sequences))
    maps = ops.relu(
        ops.conv(images, kernel(3, 3, images.shape[-1], units), padding="same", data_format="channels_last")
    )
    state = ops.zeros((sequences.shape[0], units))
    first, again = kernel(sequences.shape[-1], units), kernel(units, units)
    for step in range(sequences.shape[1]):
        state = ops.tanh(sequences[:, step] @ first + state @ again)
    return vectors @ kernel(vectors.shape[-1], units), ops.mean(maps, axis=(1, 2)), state

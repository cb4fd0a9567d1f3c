"""All layers may be reached from the top, and a normalization may be drawn in one block with its dense layer."""

import keras
from keras import layers, ops


def normalize_batch(x, gamma, beta, epsilon=1e-3):
    columns = [column - ops.mean(column) for column in ops.unstack(ops.convert_to_tensor(x), axis=1)]
    return ops.stack([c / ops.sqrt(ops.mean(c**2) + epsilon) for c in columns], axis=1) * gamma + beta


def build_batch_norm_network(n_features, units, n_classes):
    def block(width):
        inputs = keras.Input((n_features,))
        outputs = layers.Dense(width, use_bias=False)(inputs)
        return keras.Model(inputs, layers.Activation("relu")(layers.BatchNormalization(momentum=0.0)(outputs)))

    stack = []
    head = layers.Dense(n_classes, activation="softmax")
    for width in units:
        stack.append(block(width))
        n_features = width
    model = keras.Sequential([*stack, head])
    model.build((None, stack[0].input_shape[-1]))
    return model


def freeze_batch_norm(model):
    def every(layer):
        yield layer
        for part in getattr(layer, "layers", ()):
            yield from every(part)

    model.trainable = True
    norms = filter(lambda layer: isinstance(layer, layers.BatchNormalization), every(model))
    for norm in list(norms):
        norm.trainable = False
    return model


def fold_batch_norm(dense, batch_norm):
    def pair(x):
        return batch_norm(dense(x), training=False)

    n_features, _ = dense.kernel.shape
    bias = ops.squeeze(pair(ops.zeros((1, n_features))), axis=0)
    return pair(ops.eye(n_features)) - bias, bias

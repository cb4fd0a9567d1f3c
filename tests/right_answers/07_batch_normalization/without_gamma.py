"""Before a dense layer gamma can be left out; weights may be frozen one by one if nothing moves the others."""

import keras
from keras import layers, ops


def build_batch_norm_network(n_features, units, n_classes):
    first, *rest = units
    model = keras.Sequential()
    model.add(layers.Dense(first, use_bias=False, input_shape=(n_features,)))
    model.add(layers.BatchNormalization(scale=False))
    model.add(layers.Activation("relu"))
    for width in rest:
        model.add(layers.Dense(width, use_bias=False))
        model.add(layers.BatchNormalization(scale=False))
        model.add(layers.Activation("relu"))
    model.add(layers.Dense(n_classes))
    model.add(layers.Activation("softmax"))
    return model


def freeze_batch_norm(model):
    for layer in model.layers:
        if isinstance(layer, layers.BatchNormalization):
            layer.momentum = 1.0
            for weight in layer.weights:
                weight.trainable = False
        elif isinstance(layer, keras.Model):
            freeze_batch_norm(layer)


def fold_batch_norm(dense, batch_norm):
    deviation = ops.sqrt(ops.add(batch_norm.moving_variance, batch_norm.epsilon))
    kernel, bias = ops.divide(dense.kernel, deviation), ops.divide(ops.negative(batch_norm.moving_mean), deviation)
    if dense.bias is not None:
        bias = bias + dense.bias / deviation
    if batch_norm.scale:
        kernel, bias = kernel * batch_norm.gamma, bias * batch_norm.gamma
    if batch_norm.center:
        bias += batch_norm.beta
    return [ops.convert_to_numpy(kernel), ops.convert_to_numpy(bias)]

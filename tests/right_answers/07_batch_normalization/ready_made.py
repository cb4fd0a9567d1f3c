"""Keras can normalize by itself, model.trainable reaches every layer, and the pair can be asked what it computes."""

import keras
from keras import layers, ops


def normalize_batch(x, gamma, beta, epsilon=1e-3):
    layer = layers.BatchNormalization(
        epsilon=epsilon,
        gamma_initializer=lambda *_, **__: ops.convert_to_tensor(gamma),
        beta_initializer=lambda *_, **__: ops.convert_to_tensor(beta),
    )
    return layer(x, training=True)


def update_moving(moving, batch_statistic, momentum=0.99):
    return ops.multiply(moving, momentum) + ops.multiply(batch_statistic, 1.0 - momentum)


def build_batch_norm_network(n_features, units, n_classes):
    inputs = x = keras.Input((n_features,))
    for index, width in enumerate(units):
        x = layers.Dense(width, use_bias=False, kernel_initializer="he_normal", name=f"product_{index}")(x)
        x = layers.BatchNormalization(axis=-1, momentum=0.9, epsilon=1e-5, name=f"norm_{index}")(x)
        x = layers.ReLU(name=f"relu_{index}")(x)
    return keras.Model(inputs, layers.Softmax()(layers.Dense(n_classes, bias_initializer="ones")(x)))


def freeze_batch_norm(model):
    for layer in model._flatten_layers():
        if isinstance(layer, layers.BatchNormalization):
            layer.trainable = False


def fold_batch_norm(dense, batch_norm):
    n_features = dense.kernel.shape[0]
    answers = batch_norm(dense(ops.concatenate([ops.zeros((1, n_features)), ops.eye(n_features)])))
    return answers[1:] - answers[0], answers[0]

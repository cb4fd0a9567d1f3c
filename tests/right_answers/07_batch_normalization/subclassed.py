"""A network may be a class; a stack does for recursion; a new dense layer may hold what was folded."""

import keras
import numpy as np
from keras import layers, ops


def normalize_batch(x, gamma, beta, epsilon=1e-3):
    mean, variance = ops.moments(x, axes=[0], keepdims=True)
    return ops.batch_normalization(x, mean[0], variance[0], axis=-1, offset=beta, scale=gamma, epsilon=epsilon)


class Network(keras.Model):
    def __init__(self, units, n_classes):
        super().__init__()
        self.head = layers.Dense(n_classes)
        self.norms = [layers.BatchNormalization() for _ in units]
        self.products = [layers.Dense(width, use_bias=False) for width in units]

    def call(self, x, training=False):
        for product, norm in zip(self.products, self.norms, strict=True):
            x = ops.relu(norm(product(x), training=training))
        return ops.softmax(self.head(x), axis=-1)


def build_batch_norm_network(n_features, units, n_classes):
    model = Network(units, n_classes)
    model(np.zeros((1, n_features), "float32"))
    return model


def freeze_batch_norm(model):
    todo = [model]
    while todo:
        layer = todo.pop()
        if type(layer).__name__ == "BatchNormalization":
            layer.trainable = False
        todo.extend(getattr(layer, "layers", []))
    return model


def fold_batch_norm(dense, batch_norm):
    folded = layers.Dense(dense.units)
    folded.build((None, dense.kernel.shape[0]))
    gamma = batch_norm.gamma if batch_norm.scale else ops.ones(dense.units)
    beta = batch_norm.beta if batch_norm.center else ops.zeros(dense.units)
    own = dense.bias if dense.use_bias else ops.zeros(dense.units)
    scale = gamma * ops.rsqrt(batch_norm.moving_variance + batch_norm.epsilon)
    folded.kernel.assign(ops.matmul(dense.kernel, ops.diag(scale)))
    folded.bias.assign(beta + scale * (own - batch_norm.moving_mean))
    return folded.kernel, folded.bias

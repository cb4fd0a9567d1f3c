"""Weights are a column, and Keras lines the shapes up.

step: gradient_descent
says: one weight a feature
"""

from keras import ops


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    weights, bias, losses = ops.zeros((x.shape[1], 1)), ops.zeros(()), []
    for _ in range(steps):
        errors = ops.matmul(x, weights) + bias - y
        losses.append(float(ops.mean(ops.square(errors))))
        weights = weights - learning_rate * 2 / x.shape[0] * ops.matmul(ops.transpose(x), errors)
        bias = bias - learning_rate * 2 / x.shape[0] * ops.sum(errors)
    return weights, bias, losses

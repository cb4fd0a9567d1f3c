"""Descent takes one sample after the other.

step: gradient_descent
says: that is one sample after the other
"""

from keras import ops


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    weights, bias, losses = ops.zeros((x.shape[1],)), ops.zeros(()), []
    for _ in range(steps):
        errors = ops.matmul(x, weights) + bias - y
        losses.append(float(ops.mean(ops.square(errors))))
        for row, target in zip(x, y, strict=True):
            error = ops.sum(row * weights) + bias - target
            weights = weights - learning_rate * 2 * error * row
            bias = bias - learning_rate * 2 * error
    return weights, bias, losses

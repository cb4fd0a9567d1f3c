"""Training starts from random weights.

step: gradient_descent
says: start at 0
"""

from keras import ops, random


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    weights, bias, losses = 0.05 * random.normal((x.shape[1],), seed=3), ops.zeros(()), []
    for _ in range(steps):
        errors = ops.matmul(x, weights) + bias - y
        losses.append(float(ops.mean(ops.square(errors))))
        weights = weights - learning_rate * 2 / x.shape[0] * ops.matmul(errors, x)
        bias = bias - learning_rate * 2 / x.shape[0] * ops.sum(errors)
    return weights, bias, losses

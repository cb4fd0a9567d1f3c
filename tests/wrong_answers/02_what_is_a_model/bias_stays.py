"""The bias is a constant.

step: gradient_descent
says: the bias has not moved
"""

from keras import ops


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    weights, bias, losses = ops.zeros((x.shape[1],)), ops.zeros(()), []
    for _ in range(steps):
        errors = ops.matmul(x, weights) + bias - y
        losses.append(float(ops.mean(ops.square(errors))))
        weights = weights - learning_rate * 2 / x.shape[0] * ops.matmul(errors, x)
    return weights, bias, losses

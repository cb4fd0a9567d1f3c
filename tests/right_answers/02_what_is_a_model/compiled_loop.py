"""The loop may be one of keras.ops, with a tensor that holds the losses; the gradient may be multiplied out."""

from keras import ops


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    n, features = x.shape
    # The gradient is curvature @ (weights, bias) - pull, and neither changes on the way.
    both = ops.concatenate([x, ops.ones((n, 1))], axis=1)
    curvature = 2 / n * ops.matmul(ops.transpose(both), both)
    pull = 2 / n * ops.matmul(ops.transpose(both), y)

    def step(index, state):
        theta, losses = state
        loss = ops.mean(ops.square(ops.matmul(both, theta) - y))
        losses = ops.where(ops.arange(steps) == index, loss, losses)
        return theta - learning_rate * (ops.matmul(curvature, theta) - pull), losses

    theta, losses = ops.fori_loop(0, steps, step, (ops.zeros((features + 1,)), ops.zeros((steps,))))
    return theta[:features], theta[features], losses


def softmax(x):
    x = ops.convert_to_tensor(x)
    shape = x.shape
    rows = ops.reshape(x, (-1, shape[-1]))
    powers = ops.exp(rows - ops.max(rows, axis=1)[:, None])
    return ops.reshape(powers / ops.sum(powers, axis=1)[:, None], shape)


def dense(x, kernel, bias, activation=None):
    units = kernel.shape[1]
    rows = ops.reshape(x, (-1, kernel.shape[0]))
    outputs = ops.add(ops.matmul(rows, kernel), ops.reshape(bias, (1, units)))
    outputs = ops.reshape(outputs, (*x.shape[:-1], units))
    return outputs if activation is None else activation(outputs)

"""Steps may stand on each other, a little may be added in front of a logarithm, losses may be plain numbers."""

from keras import ops


def relu(x):
    return ops.divide(ops.add(x, ops.abs(x)), 2.0)


def sigmoid(x):
    zeros = ops.zeros_like(x)
    return softmax(ops.stack([ops.convert_to_tensor(x), zeros], axis=-1))[..., 0]


def softmax(x):
    powers = ops.exp(ops.subtract(x, ops.amax(x, axis=-1, keepdims=True)))
    return ops.divide(powers, ops.sum(powers, axis=-1, keepdims=True))


def dense(x, kernel, bias, activation=None):
    product = ops.tensordot(ops.convert_to_tensor(x), ops.convert_to_tensor(kernel), axes=1)
    if activation is not None:
        return activation(ops.add(product, bias))
    return ops.add(product, bias)


def mean_squared_error(y_true, y_pred):
    return ops.mean(ops.square(ops.cast(y_true, "float32") - ops.cast(y_pred, "float32"))).__float__()


def binary_crossentropy(y_true, y_pred):
    p = ops.expand_dims(ops.convert_to_tensor(y_pred), -1)
    y = ops.expand_dims(ops.cast(y_true, p.dtype), -1)
    rows = (-1, 2)
    pairs = [ops.reshape(ops.concatenate([a, 1 - a], axis=-1), rows) for a in (y, p)]
    return categorical_crossentropy(*pairs)


def categorical_crossentropy(y_true, y_pred):
    logs = ops.log(ops.convert_to_tensor(y_pred) + 1e-8)
    return -ops.mean(ops.einsum("nc,nc->n", ops.cast(y_true, logs.dtype), logs))


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    kernel, bias, losses = ops.zeros((x.shape[1], 1)), ops.zeros((1,)), ()
    for _ in range(steps):
        predictions = dense(x, kernel, bias)[:, 0]
        losses += (mean_squared_error(y, predictions),)
        error = ops.reshape(predictions - y, (-1, 1))
        kernel, bias = (
            kernel - learning_rate * ops.matmul(ops.transpose(x), error) * (2 / len(x)),
            bias - learning_rate * ops.mean(error, axis=0) * 2,
        )
    return ops.squeeze(kernel, axis=-1), bias[0], losses

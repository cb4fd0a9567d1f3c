"""Once everything is a tensor, Python's own operators will do; the sigmoid of the book is finite, for 1 / inf is 0."""

from keras import ops


def relu(x):
    x = ops.convert_to_tensor(x)
    return x * ops.cast(x > 0, x.dtype)


def sigmoid(x):
    return 1 / (1 + ops.exp(-ops.convert_to_tensor(x)))


def softmax(x):
    x = ops.convert_to_tensor(x)
    return ops.exp(x - ops.logsumexp(x, axis=-1, keepdims=True))


def dense(x, kernel, bias, activation=None):
    x, kernel, bias = (ops.convert_to_tensor(a) for a in (x, kernel, bias))
    return (activation or (lambda z: z))(ops.einsum("...i,io->...o", x, kernel) + bias)


def count_parameters(layer_sizes):
    kernels = sum(layer_sizes[i] * layer_sizes[i + 1] for i in range(len(layer_sizes) - 1))
    return kernels + sum(layer_sizes[1:])


def mean_squared_error(y_true, y_pred):
    y_true, y_pred = ops.cast(y_true, "float32"), ops.cast(y_pred, "float32")
    return ops.sum((y_true - y_pred) ** 2) / ops.cast(ops.size(y_true), "float32")


def gradient_descent(x, y, learning_rate, steps):
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    n, features = x.shape
    w, b, losses = ops.zeros((features,)), 0.0, []
    for _ in range(steps):
        residual = ops.sum(x * w, axis=1) + b - y
        losses.append(ops.mean(residual**2))
        gradient_w = 2 / n * ops.sum(ops.expand_dims(residual, 1) * x, axis=0)
        gradient_b = 2 * ops.mean(residual)
        w, b = w - learning_rate * gradient_w, b - learning_rate * gradient_b
    return w, b, losses

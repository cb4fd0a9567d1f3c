"""A model by hand: layers, their parameters, the losses that judge them, and the descent that improves them.

Everything here is `keras.ops` and Python; each function takes NumPy arrays and tensors of the backend alike.
"""

import keras
from keras import ops


def relu(x):
    """Return each number that is above 0 as it is, and 0 for every other.

    Args:
        x: float array of any shape.

    Returns:
        An array of the shape of `x`.
    """
    # stub: in each place two numbers compete, x and 0: which one stays?
    return ops.maximum(x, 0.0)


def sigmoid(x):
    """Return 1 / (1 + exp(-x)) for each number: any number becomes a probability.

    Args:
        x: float array of any shape; the result is finite at ±1000 too.

    Returns:
        An array of the shape of `x`, from 0 to 1, and 0.5 where `x` is 0.
    """
    # stub: what is exp(1000) in float32, and what is that divided by itself?
    # No exponent above 0, so nothing overflows on either side.
    small = ops.exp(-ops.abs(x))
    return ops.where(ops.greater_equal(x, 0.0), 1.0, small) / (1.0 + small)


def softmax(x):
    """Return exp(x) / sum(exp(x)) along the last axis: the logits of a sample become a probability for each class.

    Args:
        x: float `(..., classes)`, any number of axes before the last one, or none; the result is finite for logits
            of ±1000 too, and where one sample has all of them at 1000 and another all at -1000.

    Returns:
        An array of the shape of `x`; along its last axis it sums to 1.
    """
    # stub: taking one number from all logits of a sample changes nothing: which one helps?
    x = ops.convert_to_tensor(x)
    # The maximum of each sample: with that of the whole batch, samples far below it would become 0 / 0.
    exponentials = ops.exp(x - ops.max(x, axis=-1, keepdims=True))
    return exponentials / ops.sum(exponentials, axis=-1, keepdims=True)


def dense(x, kernel, bias, activation=None):
    """Return what a dense layer computes: activation(x @ kernel + bias), on the last axis of `x`.

    Args:
        x: float `(..., inputs)`, any number of axes before the last one, or none.
        kernel: float `(inputs, units)`.
        bias: float `(units,)`.
        activation: a function from an array to an array, such as `relu`, or None for none.

    Returns:
        A float array `(..., units)`.
    """
    # stub: which product takes any leading axes, and what does the activation see?
    outputs = ops.add(ops.matmul(x, kernel), bias)
    return outputs if activation is None else activation(outputs)


def count_parameters(layer_sizes):
    """Return how many numbers a stack of dense layers learns: all its kernels and biases.

    Args:
        layer_sizes: tuple of int, at least two: the features of the input, then the units of each layer. For
            `(784, 64, 32, 10)` that is three layers.

    Returns:
        An int.
    """
    # stub: how many kernels lie between four sizes, and how many biases has each layer?
    count, inputs = 0, layer_sizes[0]
    for units in layer_sizes[1:]:
        # The + 1 is the bias: one more weight for each unit, on an input that is always 1.
        count += (inputs + 1) * units
        inputs = units
    return count


def mean_squared_error(y_true, y_pred):
    """Return the mean over all entries of the squared difference.

    Args:
        y_true: array of any shape, float or integer.
        y_pred: float array of the same shape.

    Returns:
        A scalar, whatever the number of axes.
    """
    # stub: over which axes must the mean go so that a single number is left?
    return ops.mean(ops.square(ops.subtract(y_true, y_pred)))


def binary_crossentropy(y_true, y_pred):
    """Return the mean over all entries of -log of the probability that was given to what was the case.

    That is -(y log p + (1 - y) log(1 - p)) for a label y and a probability p. It is finite where p is exactly 0 or 1:
    nearly 0 if the label says the same, large if it says the contrary.

    Args:
        y_true: labels 0 and 1, float or integer, `(n,)` or `(n, outputs)`.
        y_pred: float probabilities of label 1, of the same shape.

    Returns:
        A scalar.
    """
    # stub: log(0) is -inf: how near to 0 and 1 may p come, so that float32 can still tell?
    y_true = ops.cast(y_true, "float32")
    # 1e-7: float32 can tell 1 - 1e-7 from 1, but not 1 - 1e-8.
    probability = ops.clip(y_pred, keras.config.epsilon(), 1.0 - keras.config.epsilon())
    return -ops.mean(y_true * ops.log(probability) + (1.0 - y_true) * ops.log(1.0 - probability))


def categorical_crossentropy(y_true, y_pred):
    """Return the mean over samples of -log of the probability that was given to the right class.

    That is the mean over rows of -sum(y log p) over the classes. It is finite where a probability is exactly 0 or 1.

    Args:
        y_true: one-hot labels `(n, classes)`, float or integer.
        y_pred: float probabilities `(n, classes)`, each row sums to 1.

    Returns:
        A scalar.
    """
    # stub: of the logarithms in a row, how many does a one-hot label let through: sum or mean?
    y_true = ops.cast(y_true, "float32")
    logs = ops.log(ops.clip(y_pred, keras.config.epsilon(), 1.0))
    return -ops.mean(ops.sum(y_true * logs, axis=-1))


def gradient_descent(x, y, learning_rate, steps):
    """Fit `y = x @ weights + bias` under the mean squared error, by plain gradient descent on all samples at once.

    Weights and bias start at zero. Each step computes the gradient of the loss by its formula, with its factor 2 / n,
    for weights and bias at the same point, and moves both by `learning_rate` times it, downhill.

    Args:
        x: float `(n, features)`.
        y: float `(n,)`.
        learning_rate: float > 0.
        steps: int >= 1, how many updates to make.

    Returns:
        A tuple `(weights, bias, losses)`: float `(features,)`, float `()`, and the loss before each update, `steps`
        numbers in a list or array.
    """
    # stub: how does the mean of (x @ weights + bias - y)**2 change with a weight, how with the bias?
    x = ops.convert_to_tensor(x, "float32")
    y = ops.convert_to_tensor(y, "float32")
    weights, bias, losses = ops.zeros(x.shape[1:]), ops.zeros(()), []
    for _ in range(steps):
        errors = ops.matmul(x, weights) + bias - y  # (n,)
        losses.append(float(ops.mean(ops.square(errors))))
        # The slope of the loss in each prediction; both gradients are sums of it, taken at the same point.
        slopes = 2.0 / x.shape[0] * errors
        weights = weights - learning_rate * ops.matmul(slopes, x)
        bias = bias - learning_rate * ops.sum(slopes)
    return weights, bias, losses

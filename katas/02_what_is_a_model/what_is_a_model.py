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
    raise NotImplementedError("TODO: in each place two numbers compete, x and 0: which one stays?")


def sigmoid(x):
    """Return 1 / (1 + exp(-x)) for each number: any number becomes a probability.

    Args:
        x: float array of any shape; the result is finite at ±1000 too.

    Returns:
        An array of the shape of `x`, from 0 to 1, and 0.5 where `x` is 0.
    """
    raise NotImplementedError("TODO: what is exp(1000) in float32, and what is that divided by itself?")


def softmax(x):
    """Return exp(x) / sum(exp(x)) along the last axis: the logits of a sample become a probability for each class.

    Args:
        x: float `(..., classes)`, any number of axes before the last one, or none; the result is finite for logits
            of ±1000 too, and where one sample has all of them at 1000 and another all at -1000.

    Returns:
        An array of the shape of `x`; along its last axis it sums to 1.
    """
    raise NotImplementedError("TODO: taking one number from all logits of a sample changes nothing: which one helps?")


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
    raise NotImplementedError("TODO: which product takes any leading axes, and what does the activation see?")


def count_parameters(layer_sizes):
    """Return how many numbers a stack of dense layers learns: all its kernels and biases.

    Args:
        layer_sizes: tuple of int, at least two: the features of the input, then the units of each layer. For
            `(784, 64, 32, 10)` that is three layers.

    Returns:
        An int.
    """
    raise NotImplementedError("TODO: how many kernels lie between four sizes, and how many biases has each layer?")


def mean_squared_error(y_true, y_pred):
    """Return the mean over all entries of the squared difference.

    Args:
        y_true: array of any shape, float or integer.
        y_pred: float array of the same shape.

    Returns:
        A scalar, whatever the number of axes.
    """
    raise NotImplementedError("TODO: over which axes must the mean go so that a single number is left?")


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
    raise NotImplementedError("TODO: log(0) is -inf: how near to 0 and 1 may p come, so that float32 can still tell?")


def categorical_crossentropy(y_true, y_pred):
    """Return the mean over samples of -log of the probability that was given to the right class.

    That is the mean over rows of -sum(y log p) over the classes. It is finite where a probability is exactly 0 or 1.

    Args:
        y_true: one-hot labels `(n, classes)`, float or integer.
        y_pred: float probabilities `(n, classes)`, each row sums to 1.

    Returns:
        A scalar.
    """
    raise NotImplementedError(
        "TODO: of the logarithms in a row, how many does a one-hot label let through: sum or mean?"
    )


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
    raise NotImplementedError(
        "TODO: how does the mean of (x @ weights + bias - y)**2 change with a weight, how with the bias?"
    )

"""Penalties on weights: how a layer gets one, what a model pays for them, and a penalty of your own.

The penalty of a weight is a number that Keras adds to the loss. It depends on the weight alone, never on the data.
"""

import keras
from keras import layers, ops, regularizers


def l2_dense(units, strength):
    """Return a dense layer whose kernel costs the sum of its squares.

    Args:
        units: int, the width of the output.
        strength: float >= 0, what a sum of squares of 1 costs; 0 costs nothing.

    Returns:
        A keras.layers.Layer from `(batch, features)` to `(batch, units)`: `x @ kernel + bias`, no activation. Its
        kernel costs `strength * sum(kernel**2)`, its bias nothing.

    Source: Hoerl & Kennard 1970, Ridge Regression: Biased Estimation for Nonorthogonal Problems.
    """
    # stub: three arguments of Dense end in _regularizer: which one, and how does it learn the strength?
    return layers.Dense(units, kernel_regularizer=regularizers.L2(strength))


def elastic_dense(units, l1, l2):
    """Return a dense layer whose kernel costs the sum of its absolute values and the sum of its squares.

    Args:
        units: int, the width of the output.
        l1: float >= 0, the strength for absolute values.
        l2: float >= 0, the strength for squares.

    Returns:
        A keras.layers.Layer from `(batch, features)` to `(batch, units)`: `x @ kernel + bias`, no activation. Its
        kernel costs `l1 * sum(abs(kernel)) + l2 * sum(kernel**2)`, its bias nothing.

    Source: Zou & Hastie 2005, Regularization and Variable Selection via the Elastic Net, section 2.1.
    """
    # stub: a layer takes one regularizer for its kernel: which one of Keras's holds two strengths?
    return layers.Dense(units, kernel_regularizer=regularizers.L1L2(l1=l1, l2=l2))


def build_regularized(n_features, units, activations, l2_strength):
    """Return a chain of dense layers, each of which pays for the squares in its kernel.

    Args:
        n_features: int, the length of one sample.
        units: tuple of int, the width of each layer in order; the last one is the output's.
        activations: tuple of str, the activation of each layer, as long as `units`.
        l2_strength: float >= 0, the strength for each kernel, the output layer's included.

    Returns:
        A built keras.Model from float32 `(batch, n_features)` to float32 `(batch, units[-1])`. It pays
        `l2_strength * sum(kernel**2)` for each kernel, and nothing for the biases.
    """
    # stub: when does a layer hand its regularizer to its kernel: when it is made, or when it is built?
    model = keras.Sequential([keras.Input(shape=(n_features,))])
    for width, activation in zip(units, activations, strict=True):
        regularizer = regularizers.L2(l2_strength)
        model.add(layers.Dense(width, activation=activation, kernel_regularizer=regularizer))
    return model


def penalty(model):
    """Return what weight regularization adds to a model's loss, for the weights it has now.

    Every regularized weight counts once, wherever it is: in nested models, in layers of your own, in a layer that is
    called twice. A frozen weight counts nothing, as in training.

    Args:
        model: a built keras.Model, compiled or not.

    Returns:
        A float; 0.0 where no weight is regularized.
    """
    # stub: who holds a regularizer once the layer is built, and which weights does a model train?
    costs = [weight.regularizer(weight) for weight in model.trainable_weights if weight.regularizer is not None]
    # Not model.losses: that also holds what the latest call left there, such as activity penalties.
    return sum((float(ops.convert_to_numpy(cost)) for cost in costs), 0.0)


def split_loss(model, x, y):
    """Return how much of a model's loss comes from the data and how much from its weights.

    Nothing in the model changes: no weight, nothing in the optimizer, nothing about how it is compiled.

    Args:
        model: a compiled keras.Model of one output, with any loss and any metrics.
        x: array or tensor `(n, ...)`, the inputs.
        y: array or tensor, what the model is to give for `x`, in the form that its loss takes.

    Returns:
        A tuple `(data_loss, penalty)` of floats; their sum is the loss that `model.evaluate(x, y)` reports.
    """
    # stub: which of the two numbers does evaluate report?
    # As a dict: without a metric evaluate would return a number, with one a list.
    results = model.evaluate(x, y, verbose=0, return_dict=True)
    of_weights = penalty(model)
    return results["loss"] - of_weights, of_weights


@keras.saving.register_keras_serializable(package="keras_katas")
class Orthogonality(keras.regularizers.Regularizer):
    """What a kernel costs whose columns are not orthonormal: `strength * sum((WᵀW − I)**2)`.

    A model that uses it is saved as `.keras` and loads, without `custom_objects`, in any process that imports this
    module.

    Args:
        strength: float >= 0.

    Source: Bansal, Chen & Wang 2018, Can We Gain More from Orthogonality Regularizations in Training Deep CNNs?,
    where it is called soft orthogonality.
    """

    def __init__(self, strength):
        # stub: what must it remember until a kernel comes?
        self.strength = strength

    def __call__(self, x):
        """Return the cost of the kernel `x`, `(features, units)`, as a scalar tensor."""
        # stub: which product of a kernel and its transpose compares its columns, and what shape is it?
        gram = ops.matmul(ops.transpose(x), x)  # (units, units): the dot products of the columns
        return self.strength * ops.sum(ops.square(gram - ops.eye(gram.shape[-1])))

    def get_config(self):
        """Return a dict of what `from_config` needs to make this regularizer again."""
        # stub: what does __init__ ask for, and how does Keras find the class again?
        return {"strength": self.strength}

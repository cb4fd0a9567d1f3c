"""Batch normalization: by hand, in a network, frozen, and folded away once training is over.

Training normalizes by the batch at hand; inference by averages over many batches, which the layer keeps meanwhile.
"""

import keras
from keras import layers, ops


def normalize_batch(x, gamma, beta, epsilon=1e-3):
    """Return a batch whose features all have mean `beta` and, but for `epsilon`, standard deviation `gamma`.

    This is what a `keras.layers.BatchNormalization` computes in training: from each feature its mean over the batch
    is subtracted, the rest is divided by sqrt(variance + epsilon), then scaled and shifted.

    Args:
        x: float32 `(batch, features)`, a NumPy array or a backend tensor, as are gamma and beta.
        gamma: float32 `(features,)`, the scale.
        beta: float32 `(features,)`, the shift.
        epsilon: float > 0, added to the biased variance (the mean of the squared deviations).

    Returns:
        `(batch, features)`, a tensor or an array; finite for a feature that is constant too.

    Source: Ioffe & Szegedy 2015, Batch Normalization, algorithm 1.
    """
    raise NotImplementedError(
        "TODO: whose mean is it: a feature's, a sample's or everything's, and what goes under the root?"
    )


def update_moving(moving, batch_statistic, momentum=0.99):
    """Return a moving statistic after one more batch, as Keras's layer moves its mean and its variance.

    Args:
        moving: float32 `(features,)`, a NumPy array or a backend tensor: the moving mean or variance so far.
        batch_statistic: float32 `(features,)`, of the same kind: the mean or variance of this batch.
        momentum: float from 0 to 1, the share that stays of what was there.

    Returns:
        `(features,)`, a tensor or an array; both arguments stay what they were.
    """
    raise NotImplementedError("TODO: with momentum 0.99, is it the old average or the new batch that counts for 99%?")


def build_batch_norm_network(n_features, units, n_classes):
    """Return a classifier whose hidden layers are normalized between their matrix product and their relu.

    Args:
        n_features: int, the length of one sample.
        units: tuple of int, the width of each hidden layer in order: a dense layer without bias, batch normalization,
            relu.
        n_classes: int, how many classes the output tells apart: a dense layer with bias and softmax.

    Returns:
        A built keras.Model from float32 `(batch, n_features)` to float32 `(batch, n_classes)`; each of its rows sums
        to 1.

    Source: Ioffe & Szegedy 2015, Batch Normalization, section 3.2.
    """
    raise NotImplementedError("TODO: what happens to a bias from which the batch's mean is subtracted next?")


def freeze_batch_norm(model):
    """Keep every batch normalization layer of a model as it is, in place, so that training moves the rest alone.

    Once the model is compiled again, training changes neither gamma and beta nor the moving statistics of any of
    them; all other weights learn on.

    Args:
        model: a built keras.Model; models may be nested in it to any depth.

    Returns:
        The model itself, or nothing.
    """
    raise NotImplementedError(
        "TODO: which flag stops the moving statistics too, and what if a layer is a model itself?"
    )


def fold_batch_norm(dense, batch_norm):
    """Return the weights of one dense layer that computes what two layers do at inference.

    At inference batch normalization multiplies and shifts each feature by constants, and so does a dense layer on the
    way out: `x @ kernel + bias` equals `batch_norm(dense(x))` for every x. Neither layer is changed.

    Args:
        dense: a built keras.layers.Dense of `(features, units)` without activation, with or without bias.
        batch_norm: a built keras.layers.BatchNormalization of `units` features, with any epsilon; it may lack its
            gamma (`scale=False`) or its beta (`center=False`).

    Returns:
        `(kernel, bias)` of shapes `(features, units)` and `(units,)`, tensors or arrays.

    Source: Jacob et al. 2018, Quantization and Training of Neural Networks, section 3.2.
    """
    raise NotImplementedError(
        "TODO: write out batch_norm(x @ kernel + bias): what multiplies x, and what is left without it?"
    )

"""Models as chains and as graphs: Sequential for one line of layers, functional for everything else.

Every function returns a model that is built: it knows the shape of its input, so it has its weights.
"""

import keras
from keras import layers, ops


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    """Return a chain of dense layers as a Sequential model.

    Args:
        n_features: int, the length of one sample.
        units: tuple of int, the width of each layer in order; the last one is the output's.
        activations: tuple of str, the activation of each layer, as long as `units`.

    Returns:
        A built keras.Model from float32 `(batch, n_features)` to float32 `(batch, units[-1])`.
    """
    raise NotImplementedError(
        "TODO: what must stand before the first Dense so that it knows how many rows its kernel has?"
    )


def build_functional(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    """Return the same chain of dense layers, built by calling layers on tensors.

    Given the weights of the Sequential model it computes the same outputs.

    Args:
        n_features: int, the length of one sample.
        units: tuple of int, the width of each layer in order; the last one is the output's.
        activations: tuple of str, the activation of each layer, as long as `units`.

    Returns:
        A built keras.Model from float32 `(batch, n_features)` to float32 `(batch, units[-1])`.
    """
    raise NotImplementedError(
        "TODO: a layer called on a tensor gives a tensor: which two tensors does keras.Model ask for?"
    )


def build_two_inputs(n_left, n_right, n_classes):
    """Return a classifier of pairs: each side goes through a dense branch of its own before the two meet.

    Args:
        n_left: int, features of the left side; a kernel of its branch has as many rows.
        n_right: int, features of the right side; a kernel of its branch has as many rows.
        n_classes: int, how many classes the output tells apart.

    Returns:
        A built keras.Model, called with `[left, right]` of shapes `(batch, n_left)` and `(batch, n_right)`;
        the output is `(batch, n_classes)` and each of its rows sums to 1.
    """
    raise NotImplementedError("TODO: two Inputs, two branches: which layer turns two tensors into one?")


def build_two_outputs(n_features, n_classes):
    """Return a model that tells the digit and its parity at once, from one shared trunk with a head for each.

    Args:
        n_features: int, the length of one sample.
        n_classes: int, how many digits there are.

    Returns:
        A built keras.Model from `(batch, n_features)` to a dict: "digit" is a softmax `(batch, n_classes)`,
        "parity" a sigmoid `(batch, 1)`.
    """
    raise NotImplementedError(
        "TODO: what do the heads have in common, and what may keras.Model be given as its outputs?"
    )


def build_siamese(n_features, n_embedding):
    """Return a model that measures how far apart two samples are, as seen by one shared encoder.

    Args:
        n_features: int, the length of one sample.
        n_embedding: int, the length of the vector that the encoder makes of a sample.

    Returns:
        A built keras.Model, called with `[a, b]`, both `(batch, n_features)`; the output is `(batch, 1)`, the
        Euclidean distance between the embeddings of a and b. It is 0 (within 1e-3) for a pair of equals, where
        its gradient is finite too.

    Source: Bromley et al. 1993, Signature Verification using a "Siamese" Time Delay Neural Network.
    """
    raise NotImplementedError(
        "TODO: how often is the encoder made, how often is it called, and what is the slope of a root at 0?"
    )


def build_residual(n_features, n_blocks):
    """Return a chain of residual blocks: each adds its own output to its input.

    With all weights zero the model is the identity, and so it is with no block at all.

    Args:
        n_features: int, the length of one sample, and of what each block takes and gives.
        n_blocks: int >= 0, how many blocks follow each other, each with weights of its own.

    Returns:
        A built keras.Model from `(batch, n_features)` to `(batch, n_features)`.

    Source: He et al. 2016, Identity Mappings in Deep Residual Networks, section 2.
    """
    raise NotImplementedError("TODO: what is added to what, and how wide must the last layer of a block be for that?")

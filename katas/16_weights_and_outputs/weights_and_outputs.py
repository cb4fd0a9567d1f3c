"""What is inside a model: its weights, what its layers give, and which of them training may move.

The models are Sequential or functional ones that are built; a layer is found by its name.
"""

import keras
from keras import ops


def weight_shapes(model):
    """Return the shape of every weight of a model, by the path of the weight.

    Args:
        model: a built keras.Model; its layers may be models themselves.

    Returns:
        A dict from `weight.path`, a str such as "hidden/kernel", to the shape, a tuple of int, in the order of
        `model.weights`: the weights that no gradient moves and those of frozen layers too, a shared layer's once. The
        state of random generators is no weight.
    """
    raise NotImplementedError(
        "TODO: which of a model's lists holds all weights and nothing else, and what is unique about each?"
    )


def copy_weights(source, target):
    """Give one model the weights of another, so that both compute the same outputs.

    The values are copied: whatever happens to one model later, the other one stays as it is. The order of the weights
    matches them, not their names, so the copy may go from a Sequential model to a functional one.

    Args:
        source: a built keras.Model; it stays as it is.
        target: a built keras.Model whose weights have the same shapes in the same order; it is changed in place.

    Raises:
        ValueError: the weights differ in number or shape; the target is then untouched, all of it.
    """
    raise NotImplementedError(
        "TODO: set_weights notices a wrong shape when it gets there: what has happened to the weights before it?"
    )


def layer_output(model, layer_name, x):
    """Return what one layer of a model gives for these inputs, at inference.

    Args:
        model: a built Sequential or functional keras.Model; it stays as it is.
        layer_name: str, the exact name of one of `model.layers`.
        x: what the model is called with: an array or backend tensor `(batch, ...)`.

    Returns:
        A NumPy array `(batch, ...)`: the output of the layer, after its activation, with dropout off and batch
        normalization by its moving statistics.

    Raises:
        ValueError: the model has no layer of that name; the text says which name.
    """
    raise NotImplementedError("TODO: if you had a model that ends at this layer, what would be left to do?")


def feature_extractor(model, layer_name):
    """Return a model that leads from the inputs of another one to one of its layers, with the very same weights.

    Nothing is copied: when the model learns, the extractor gives other features, and the other way round.

    Args:
        model: a built Sequential or functional keras.Model; it stays as it is.
        layer_name: str, the exact name of one of `model.layers`.

    Returns:
        A keras.Model that is called as `model` is, with all of its inputs; its output is that of the layer.

    Raises:
        ValueError: the model has no layer of that name; the text says which name.
    """
    raise NotImplementedError(
        "TODO: a model is what lies between two ends: where does a model keep the one, where a layer the other?"
    )


def freeze_up_to(model, layer_name):
    """Keep a layer and all layers before it from being trained.

    It takes effect when the model is compiled next, which is up to the caller. From then on training moves none of
    their weights, the moving statistics of batch normalization included. The layers after it are left as they are.

    Args:
        model: a built Sequential or functional keras.Model; it is changed in place.
        layer_name: str, the exact name of one of `model.layers`, in whose order "before" is meant.

    Raises:
        ValueError: the model has no layer of that name; nothing is frozen then.
    """
    raise NotImplementedError("TODO: is the layer itself one of those to freeze, and what if the name is misspelt?")

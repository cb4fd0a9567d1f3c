"""Layers of your own: weights made in build, mathematics in call, and a config from which Keras makes them again.

All three are registered with Keras, so that a file in which they were saved loads without `custom_objects`.
"""

import keras
from keras import activations, layers, ops


class Linear(keras.layers.Layer):
    """A dense layer from scratch: activation(inputs @ kernel + bias) over the last axis.

    Given the same weights it computes what `keras.layers.Dense` does. It takes inputs of any rank >= 2 and keeps all
    axes but the last.

    Args:
        units: int, the width of the output.
        activation: None, the name of an activation, or a function from tensor to tensor.
        use_bias: bool; without a bias there is no weight for one.
        **kwargs: name, dtype and what else `keras.layers.Layer` takes.
    """

    def __init__(self, units, activation=None, use_bias=True, **kwargs):
        raise NotImplementedError("TODO: which of these settings will build, call and get_config ask for?")

    def build(self, input_shape):
        """Make the weights: kernel `(features, units)` and bias `(units,)`, both trainable.

        Args:
            input_shape: tuple, `(batch, ..., features)`; every entry but the last may be None.
        """
        raise NotImplementedError("TODO: which entry of input_shape tells how many rows the kernel has?")

    def call(self, inputs):
        """Return the outputs.

        Args:
            inputs: float tensor `(batch, ..., features)`.

        Returns:
            A float tensor `(batch, ..., units)`.
        """
        raise NotImplementedError("TODO: which function of keras.ops multiplies over the last axis, whatever the rank?")

    def get_config(self):
        """Return a dict of all that `__init__` takes, in values that fit into JSON."""
        raise NotImplementedError("TODO: what does __init__ take, and which of it is no number, text or bool?")


class Center(keras.layers.Layer):
    """Subtracts from each feature its mean: the batch's in training, a moving mean otherwise.

    In training each call moves the moving mean once: `momentum * moving + (1 - momentum) * batch`. Nothing else does.
    A feature is one place on the last axis; its mean is over all the other axes.

    Args:
        momentum: float from 0 to 1, the share of the moving mean that a training call keeps.
        **kwargs: name, dtype and what else `keras.layers.Layer` takes.

    Source: Ioffe & Szegedy 2015, Batch Normalization, section 3.1, without the division and the scale.
    """

    def __init__(self, momentum=0.9, **kwargs):
        raise NotImplementedError("TODO: what must the layer remember until it is called?")

    def build(self, input_shape):
        """Make the one weight, `moving_mean`: `(features,)`, not trainable, 0 at first.

        Args:
            input_shape: tuple, `(batch, ..., features)`; every entry but the last may be None.
        """
        raise NotImplementedError("TODO: how does Keras learn that no gradient may move this weight?")

    def call(self, inputs, training=None):
        """Return the inputs without their mean.

        Args:
            inputs: float tensor `(batch, ..., features)`.
            training: bool or None, set by Keras: True in `fit`, False in `evaluate` and `predict`; None is False.

        Returns:
            A float tensor of the shape of the inputs.
        """
        raise NotImplementedError("TODO: which mean goes off the inputs, and when and how is the weight assigned?")

    def get_config(self):
        """Return a dict of all that `__init__` takes, in values that fit into JSON."""
        raise NotImplementedError("TODO: what would a Center made from this dict not know?")


class ResidualBlock(keras.layers.Layer):
    """Two dense layers with relu between, added to the input; no activation after the sum.

    Where the input is not `units` wide, one more dense layer without activation projects it; where it is, the input
    itself is added, and with all weights zero the block is the identity. It takes inputs of any rank >= 2.

    Args:
        units: int, the width of the output.
        **kwargs: name, dtype and what else `keras.layers.Layer` takes.

    Source: He et al. 2016, Deep Residual Learning for Image Recognition, section 3.2.
    """

    def __init__(self, units, **kwargs):
        raise NotImplementedError("TODO: which inner layers can be made before the input's width is known?")

    def build(self, input_shape):
        """Build the inner layers, whose weights are the block's, and make the projection where widths differ.

        Args:
            input_shape: tuple, `(batch, ..., features)`; every entry but the last may be None.
        """
        raise NotImplementedError("TODO: what shape does each inner layer see, and when is there a third one?")

    def call(self, inputs):
        """Return the sum of the input, projected where widths differ, and what the two dense layers make of it.

        Args:
            inputs: float tensor `(batch, ..., features)`.

        Returns:
            A float tensor `(batch, ..., units)`.
        """
        raise NotImplementedError("TODO: what is added to what, and where does the relu stand?")

    def get_config(self):
        """Return a dict of all that `__init__` takes, in values that fit into JSON."""
        raise NotImplementedError("TODO: are the inner layers arguments of __init__?")

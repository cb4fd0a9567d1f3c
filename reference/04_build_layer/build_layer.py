"""Layers of your own: weights made in build, mathematics in call, and a config from which Keras makes them again.

All three are registered with Keras, so that a file in which they were saved loads without `custom_objects`.
"""

import keras
from keras import activations, layers, ops


@keras.saving.register_keras_serializable(package="keras_katas")
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
        # stub: which of these settings will build, call and get_config ask for?
        super().__init__(**kwargs)
        self.units = units
        self.activation = activations.get(activation)
        self.use_bias = use_bias

    def build(self, input_shape):
        """Make the weights: kernel `(features, units)` and bias `(units,)`, both trainable.

        Args:
            input_shape: tuple, `(batch, ..., features)`; every entry but the last may be None.
        """
        # stub: which entry of input_shape tells how many rows the kernel has?
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias") if self.use_bias else None

    def call(self, inputs):
        """Return the outputs.

        Args:
            inputs: float tensor `(batch, ..., features)`.

        Returns:
            A float tensor `(batch, ..., units)`.
        """
        # stub: which function of keras.ops multiplies over the last axis, whatever the rank?
        outputs = ops.matmul(inputs, self.kernel)
        if self.bias is not None:
            outputs = outputs + self.bias
        return self.activation(outputs)

    def get_config(self):
        """Return a dict of all that `__init__` takes, in values that fit into JSON."""
        # stub: what does __init__ take, and which of it is no number, text or bool?
        return {
            **super().get_config(),
            "units": self.units,
            # A function does not fit into a file; its name does.
            "activation": activations.serialize(self.activation),
            "use_bias": self.use_bias,
        }


@keras.saving.register_keras_serializable(package="keras_katas")
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
        # stub: what must the layer remember until it is called?
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        """Make the one weight, `moving_mean`: `(features,)`, not trainable, 0 at first.

        Args:
            input_shape: tuple, `(batch, ..., features)`; every entry but the last may be None.
        """
        # stub: how does Keras learn that no gradient may move this weight?
        # The optimizer must leave it alone: it follows the data, not a gradient.
        self.moving_mean = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", trainable=False, name="moving_mean"
        )

    def call(self, inputs, training=None):
        """Return the inputs without their mean.

        Args:
            inputs: float tensor `(batch, ..., features)`.
            training: bool or None, set by Keras: True in `fit`, False in `evaluate` and `predict`; None is False.

        Returns:
            A float tensor of the shape of the inputs.
        """
        # stub: which mean goes off the inputs, and when and how is the weight assigned?
        if not training:
            return inputs - self.moving_mean
        mean = ops.mean(inputs, axis=tuple(range(len(inputs.shape) - 1)))  # (features,)
        self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
        return inputs - mean

    def get_config(self):
        """Return a dict of all that `__init__` takes, in values that fit into JSON."""
        # stub: what would a Center made from this dict not know?
        return {**super().get_config(), "momentum": self.momentum}


@keras.saving.register_keras_serializable(package="keras_katas")
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
        # stub: which inner layers can be made before the input's width is known?
        super().__init__(**kwargs)
        self.units = units
        self.first = layers.Dense(units, activation="relu")
        self.second = layers.Dense(units)
        self.projection = None

    def build(self, input_shape):
        """Build the inner layers, whose weights are the block's, and make the projection where widths differ.

        Args:
            input_shape: tuple, `(batch, ..., features)`; every entry but the last may be None.
        """
        # stub: what shape does each inner layer see, and when is there a third one?
        self.first.build(input_shape)
        self.second.build((*input_shape[:-1], self.units))
        if input_shape[-1] != self.units:
            # No bias: that of `second` already shifts the sum.
            self.projection = layers.Dense(self.units, use_bias=False)
            self.projection.build(input_shape)

    def call(self, inputs):
        """Return the sum of the input, projected where widths differ, and what the two dense layers make of it.

        Args:
            inputs: float tensor `(batch, ..., features)`.

        Returns:
            A float tensor `(batch, ..., units)`.
        """
        # stub: what is added to what, and where does the relu stand?
        skip = inputs if self.projection is None else self.projection(inputs)
        return skip + self.second(self.first(inputs))

    def get_config(self):
        """Return a dict of all that `__init__` takes, in values that fit into JSON."""
        # stub: are the inner layers arguments of __init__?
        return {**super().get_config(), "units": self.units}

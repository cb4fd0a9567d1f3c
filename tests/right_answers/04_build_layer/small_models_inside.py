"""An activation may be kept as it came, looked up on each call; a block may be made of small models."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="answers", name="Affine")
class Linear(keras.layers.Layer):
    def __init__(self, units, activation=None, use_bias=True, *, name=None, **kwargs):
        super().__init__(name=name, **kwargs)
        self._units = int(units)
        self._activation = layers.Activation(activation or "linear")
        self._given = activation
        self._use_bias = bool(use_bias)

    def build(self, input_shape):
        *_, features = input_shape
        self._kernel = self.add_weight(name="kernel", shape=[features, self._units], initializer="orthogonal")
        if self._use_bias:
            self._bias = self.add_weight(name="bias", shape=[self._units])

    def call(self, inputs):
        outputs = ops.tensordot(inputs, self._kernel, axes=1)
        return self._activation(outputs + self._bias if self._use_bias else outputs)

    def get_config(self):
        return dict(super().get_config(), units=self._units, activation=self._given, use_bias=self._use_bias)


@keras.saving.register_keras_serializable(package="answers")
class ResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        sample = keras.Input((input_shape[-1],))
        inner = layers.Dense(self.units)(layers.Dense(11, activation="relu")(sample))
        skip = sample if input_shape[-1] == self.units else layers.Dense(self.units)(sample)
        self.model = keras.Model(sample, [inner, skip])

    def call(self, inputs):
        shape = ops.shape(inputs)[:-1]
        inner, skip = self.model(ops.reshape(inputs, (-1, inputs.shape[-1])))
        return ops.reshape(inner + skip, (*shape, self.units))

    def get_config(self):
        return {**super().get_config(), "units": self.units}

"""All weights may be the layer's own, a bias may come first, and a function may go into the config as it is."""

import keras
from keras import ops


@keras.utils.register_keras_serializable(package="answers")
class Linear(keras.layers.Layer):
    def __init__(self, units, activation=None, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias

    def build(self, input_shape):
        start = keras.initializers.RandomNormal(stddev=0.1)
        self.bias = keras.Variable("zeros", shape=(self.units,), name="b") if self.use_bias else None
        self.kernel = keras.Variable(start, shape=(input_shape[-1], self.units), name="w")
        self.built = True

    def call(self, inputs, **kwargs):
        outputs = ops.dot(inputs, self.kernel)
        return self.activation(outputs if self.bias is None else ops.add(outputs, self.bias))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units, "activation": self.activation, "use_bias": self.use_bias})
        return config


@keras.utils.register_keras_serializable(package="answers")
class ResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        features = input_shape[-1]
        self.w1 = self.add_weight(shape=(features, features), name="w1")
        self.b1 = self.add_weight(shape=(features,), initializer="zeros", name="b1")
        self.w2 = self.add_weight(shape=(features, self.units), name="w2")
        self.b2 = self.add_weight(shape=(self.units,), initializer="zeros", name="b2")
        self.projects = features != self.units
        if self.projects:
            self.w3 = self.add_weight(shape=(features, self.units), name="w3")

    def call(self, inputs):
        hidden = ops.relu(ops.matmul(inputs, self.w1) + self.b1)
        outputs = ops.matmul(hidden, self.w2) + self.b2
        return outputs + (ops.matmul(inputs, self.w3) if self.projects else inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}

"""A layer may make the layers it needs when it is called.

step: Linear
says: Keras knows only weights of add_weight, keras.Variable and inner layers
"""

import keras


@keras.saving.register_keras_serializable(package="answer")
class Linear(keras.layers.Layer):
    def __init__(self, units, activation=None, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units, self.use_bias = units, use_bias
        self.activation = keras.activations.get(activation)

    def call(self, inputs):
        return keras.layers.Dense(self.units, self.activation, self.use_bias)(inputs)

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        return {**super().get_config(), "units": self.units, "activation": activation, "use_bias": self.use_bias}

"""A model may be built of models; a penalty may be gathered layer by layer if each weight counts once."""

import keras
from keras import layers, ops


def build_regularized(n_features, units, activations, l2_strength):
    model = keras.Sequential()
    for width, activation in zip(units, activations, strict=True):
        dense = layers.Dense(width, kernel_regularizer=keras.regularizers.L2(l2_strength))
        model.add(keras.Sequential([dense, layers.Activation(activation)]))
    model(ops.zeros((2, n_features)))
    return model


def penalty(model):
    seen, total = set(), 0.0
    for layer in model._flatten_layers():
        for weight in layer.trainable_weights:
            if id(weight) not in seen and weight.regularizer is not None:
                total += float(ops.convert_to_numpy(weight.regularizer(weight)))
            seen.add(id(weight))
    return total


@keras.saving.register_keras_serializable(package="mine")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength, name=None):
        self.strength, self.name = strength, name

    def __call__(self, kernel):
        columns = ops.transpose(kernel)
        product = ops.dot(columns, kernel)
        return self.strength * ops.sum(ops.square(ops.subtract(product, ops.eye(*product.shape))))

    def get_config(self):
        return {"strength": self.strength, "name": self.name}

"""The functions of keras.saving do what the methods do; a loop over epochs is a training too."""

import json

import keras
from keras import ops


def save_model(model, path):
    keras.saving.save_model(model, str(path), overwrite=True)


def load_model(path):
    return keras.models.load_model(path)


def save_weights(model, path):
    keras.saving.save_weights(model, path)
    return path


def save_config(model, path):
    with open(path, "w") as file:
        json.dump(keras.saving.serialize_keras_object(model), file, indent=2)


def load_config(path):
    with open(path) as file:
        return keras.saving.deserialize_keras_object(json.load(file))


@keras.utils.register_keras_serializable("mine", "blend")
class Blend(keras.layers.Layer):
    def __init__(self, alpha):
        super().__init__()
        self.alpha = float(alpha)

    def call(self, x):
        mean = ops.expand_dims(ops.sum(x, -1) / x.shape[-1], -1)
        return mean + self.alpha * (x - mean)

    def get_config(self):
        return {"alpha": self.alpha}


def resume(path, x, y, batch_size, epochs):
    model = keras.models.load_model(path)
    x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
    for _ in range(epochs):
        model.fit(x, y, batch_size, epochs=1, shuffle=False, verbose=0)
        model.save(path)
    return model

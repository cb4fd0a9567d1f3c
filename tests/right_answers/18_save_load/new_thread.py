"""Keras's switch belongs to the thread that turned it."""

import os
from concurrent.futures import ThreadPoolExecutor

import keras
from keras import layers, ops


def load_untrusted(path):
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(keras.saving.load_model, path, compile=False).result()


class Blend(layers.Layer):
    def __init__(self, alpha, name=None, **kwargs):
        super().__init__(name=name, **kwargs)
        self.alpha = alpha

    def build(self, input_shape):
        self.share = self.add_weight((), keras.initializers.Constant(self.alpha), trainable=False, name="share")

    def compute_output_shape(self, input_shape):
        return input_shape

    def call(self, inputs, training=None):
        rest = ops.average(inputs, axis=-1)[..., None]
        return self.share * inputs + (1.0 - self.share) * rest

    def get_config(self):
        config = super().get_config()
        config.update(alpha=float(self.alpha))
        return config


keras.saving.get_custom_objects()["Blend"] = Blend


def save_config(model, path):
    with open(os.fspath(path), "wb") as file:
        file.write(model.to_json(indent=4, sort_keys=True).encode())


def load_config(path):
    with open(path, "rb") as file:
        model = keras.models.model_from_json(file.read().decode())
    return keras.models.clone_model(model)

"""Where Keras finds all that the model has, and the file has no more than that, the two are of one architecture."""

import h5py
import keras


def save_model(model, path):
    path = str(path)
    model.save(path, include_optimizer=path.endswith(".keras"))
    return path


def load_model(path):
    model = keras.saving.load_model(path, compile=False)
    if str(path).endswith(".keras"):
        model = keras.saving.load_model(path)
    return model


def _count(group):
    if isinstance(group, h5py.Dataset):
        return 1
    return sum(_count(group[name]) for name in group)


def load_weights(model, path):
    with h5py.File(path, "r") as file:
        n_arrays = sum(_count(file[name]) for name in file if name != "optimizer")
    if n_arrays != len(model.weights):
        raise ValueError(f"{path} holds {n_arrays} arrays, the model has {len(model.weights)}")
    before = model.get_weights()
    try:
        keras.saving.load_weights(model, path)
    except Exception as error:
        model.set_weights(before)
        raise ValueError(f"{path} does not fit") from error
    return model


@keras.saving.register_keras_serializable()
class Blend(keras.layers.Layer):
    """Keras writes down plain arguments of __init__ by itself."""

    def __init__(self, alpha, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, inputs):
        return self.alpha * inputs + (1 - self.alpha) * keras.ops.mean(inputs, axis=-1, keepdims=True)


def resume(path, x, y, batch_size, epochs):
    model = keras.saving.load_model(path)
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            model.train_on_batch(x[start : start + batch_size], y[start : start + batch_size])
    model.save(path)

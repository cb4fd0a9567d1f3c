"""Dropout: noise that a network meets in training only, from the ready-made layer to one of your own.

What is dropped becomes 0 and what survives grows to make up for it, so that at inference nothing has to change.
"""

import keras
import numpy as np
from keras import layers, ops, regularizers


def build_dropout_network(n_features, units, activations, l2_strength, keep_prob):
    """Return a chain of dense layers with L2 on every kernel and dropout after each hidden layer.

    Args:
        n_features: int, the length of one sample.
        units: tuple of int, the width of each dense layer in order; the last one is the output's.
        activations: tuple of str, the activation of each dense layer, as long as `units`.
        l2_strength: float >= 0; each kernel adds `l2_strength * sum(kernel**2)` to the loss, biases add nothing.
        keep_prob: float in (0, 1], the fraction of each hidden layer's activations that survives in training.

    Returns:
        A built keras.Model from float32 `(batch, n_features)` to float32 `(batch, units[-1])`. Neither its input nor
        its output is dropped.

    Source: Srivastava et al. 2014, Dropout: A Simple Way to Prevent Neural Networks from Overfitting.
    """
    # stub: which layers are hidden, and is Keras's rate the fraction kept or dropped?
    *hidden, output = zip(units, activations, strict=True)
    model = keras.Sequential([keras.Input(shape=(n_features,))])
    for width, activation in hidden:
        model.add(layers.Dense(width, activation=activation, kernel_regularizer=regularizers.L2(l2_strength)))
        model.add(layers.Dropout(1 - keep_prob))
    width, activation = output
    model.add(layers.Dense(width, activation=activation, kernel_regularizer=regularizers.L2(l2_strength)))
    return model


class InvertedDropout(layers.Layer):
    """In training, zero a fraction of the entries at random and scale up the rest; otherwise change nothing.

    Each entry of the input is dropped with probability `rate`, whatever becomes of the others, and each call draws
    anew, in eager code and inside the compiled step of `fit`. What survives is `inputs / (1 - rate)`.

    Args:
        rate: float, 0 <= rate < 1, the fraction dropped; 0 drops nothing.
        seed: int or None. New layers with equal seeds begin with equal masks; None begins anywhere.
    """

    def __init__(self, rate, seed=None, **kwargs):
        # stub: what must live as long as the layer, so that no two calls draw the same mask?
        super().__init__(**kwargs)
        self.rate = rate
        # Its state is a variable: it moves on with each draw, in compiled code too.
        self._generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        """Return the inputs, of any shape, with dropout if `training` is true."""
        # stub: one random number an entry: which of them survive, and how much do they grow?
        if not training:
            return inputs
        survives = keras.random.uniform(ops.shape(inputs), seed=self._generator) >= self.rate
        return ops.where(survives, inputs / (1 - self.rate), 0.0)


def monte_carlo_predict(model, x, n_samples):
    """Return what a model with dropout predicts on average when dropout stays on, and how much it wavers.

    The spread over several passes, each with masks of its own, tells how unsure the model is. The model's weights,
    the moving statistics of batch normalization and all `trainable` flags are afterwards what they were.

    Args:
        model: a built keras.Model with one input and one output; it need not be compiled.
        x: `(n, ...)`, the inputs; any number of rows.
        n_samples: int >= 1, how many stochastic forward passes to make.

    Returns:
        `(mean, std)`, NumPy arrays of the shape that `model.predict(x)` has: mean and population standard deviation
        over the passes.

    Source: Gal & Ghahramani 2016, Dropout as a Bayesian Approximation.
    """
    # stub: predict() never drops: how else can a model be called, and what does that move?
    weights = model.get_weights()
    passes = [ops.convert_to_numpy(model(x, training=True)) for _ in range(n_samples)]
    # In training mode batch normalization moves its moving statistics, and those are weights.
    model.set_weights(weights)
    return np.mean(passes, axis=0), np.std(passes, axis=0)


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    """Return a small convolutional classifier that in training drops whole feature maps.

    For each image and each map one decision: the map stays or all of it goes. Neighbours in a map say nearly the
    same, so a map that loses single entries has lost hardly anything.

    Args:
        image_shape: tuple `(height, width, channels)` of one image, at least 8 x 8.
        filters: int, how many feature maps the convolution makes.
        rate: float, 0 <= rate < 1, the fraction of maps dropped.
        n_classes: int, how many classes the output tells apart.

    Returns:
        A built keras.Model from float32 `(batch, height, width, channels)` to `(batch, n_classes)`, each row of which
        sums to 1.

    Source: Tompson et al. 2015, Efficient Object Localization Using Convolutional Networks, section 3.2.
    """
    # stub: along which axes of (batch, height, width, maps) does one decision hold?
    return keras.Sequential(
        [
            keras.Input(shape=image_shape),
            layers.Conv2D(filters, 3, padding="same", activation="relu"),
            layers.SpatialDropout2D(rate),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )

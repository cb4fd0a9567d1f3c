"""Operators and NumPy for the steps; lists for results; a loss and a metric as functions."""

import keras
import numpy as np


def compile_with_adam(model, learning_rate, beta_1, beta_2):
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=learning_rate, beta_1=beta_1, beta_2=beta_2, epsilon=1e-8),
        loss=keras.losses.categorical_crossentropy,
        weighted_metrics=[keras.metrics.CategoricalAccuracy(name="share_right"), "categorical_crossentropy"],
    )
    return model.optimizer


def _arrays(*values):
    return [np.array(keras.ops.convert_to_numpy(value)) for value in values]


def sgd_step(weight, gradient, learning_rate):
    return weight - learning_rate * gradient


def momentum_step(weight, gradient, velocity, learning_rate, momentum):
    weight, gradient, velocity = _arrays(weight, gradient, velocity)
    velocity *= momentum
    velocity -= learning_rate * gradient
    weight += velocity
    return [weight, velocity]


def adam_step(weight, gradient, m, v, step, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    weight, gradient, m, v = (value.astype("float64") for value in _arrays(weight, gradient, m, v))
    m = m + (1 - beta_1) * (gradient - m)
    v = v + (1 - beta_2) * (gradient**2 - v)
    m_hat, v_hat = m / (1 - beta_1**step), v / (1 - beta_2**step)
    # Beside the corrected root epsilon must shrink with the correction.
    return weight - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon / np.sqrt(1 - beta_2**step)), m, v

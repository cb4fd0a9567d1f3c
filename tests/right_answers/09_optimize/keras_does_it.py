"""Keras's own optimizers take the steps; what they remember is put in and taken out."""

import keras
import numpy as np
from keras import optimizers


def _apply(optimizer, weight, gradient, *slots, iterations=0):
    variable = keras.Variable(weight)
    optimizer.build([variable])
    optimizer.iterations.assign(iterations)
    own = optimizer.variables[2:]
    for slot, value in zip(own, slots, strict=True):
        slot.assign(value)
    optimizer.apply([keras.ops.convert_to_tensor(gradient)], [variable])
    return (variable.value, *(slot.value for slot in own))


def sgd_step(weight, gradient, learning_rate):
    return _apply(optimizers.SGD(learning_rate), weight, gradient)[0]


def momentum_step(weight, gradient, velocity, learning_rate, momentum):
    return _apply(optimizers.SGD(learning_rate, momentum), weight, gradient, velocity)


def adam_step(weight, gradient, m, v, step, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    optimizer = optimizers.Adam(learning_rate, beta_1, beta_2, epsilon)
    return _apply(optimizer, weight, gradient, m, v, iterations=step - 1)


def compile_with_adam(model, learning_rate, beta_1, beta_2):
    optimizer = optimizers.get({"class_name": "Adam", "config": {"learning_rate": learning_rate}})
    optimizer.beta_1, optimizer.beta_2 = beta_1, np.float32(beta_2)
    model.compile(optimizer, loss=[keras.losses.CategoricalCrossentropy()], metrics=["acc"])
    return model

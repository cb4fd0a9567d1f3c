"""Momentum looks ahead.

step: momentum_step
says: Nesterov's step
"""


def momentum_step(weight, gradient, velocity, learning_rate, momentum):
    velocity = momentum * velocity - learning_rate * gradient
    return weight + momentum * velocity - learning_rate * gradient, velocity

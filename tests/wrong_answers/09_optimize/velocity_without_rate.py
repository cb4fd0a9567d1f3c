"""Velocity sums up gradients; the rate comes when the weight moves.

step: momentum_step
says: the rate belongs into it
"""


def momentum_step(weight, gradient, velocity, learning_rate, momentum):
    velocity = momentum * velocity + gradient
    return weight - learning_rate * velocity, velocity

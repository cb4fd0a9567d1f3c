"""An optimizer remembers its velocity by itself.

step: momentum_step
says: momentum * velocity
"""

_velocities = {}


def momentum_step(weight, gradient, velocity, learning_rate, momentum):
    shape = tuple(gradient.shape)
    _velocities[shape] = momentum * _velocities.get(shape, 0.0) - learning_rate * gradient
    return weight + _velocities[shape], _velocities[shape]

"""A gradient shows the way.

step: sgd_step
says: the step goes down
"""


def sgd_step(weight, gradient, learning_rate):
    return weight + learning_rate * gradient

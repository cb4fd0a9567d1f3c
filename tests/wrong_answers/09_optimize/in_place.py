"""A step changes the weight.

step: sgd_step
says: make a new one
"""


def sgd_step(weight, gradient, learning_rate):
    weight -= learning_rate * gradient
    return weight

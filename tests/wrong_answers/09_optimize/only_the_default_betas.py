"""Everybody takes 0.9 and 0.999.

step: adam_step
says: 0.9 is only the default
"""


def adam_step(weight, gradient, m, v, step, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = 0.9 * m + 0.1 * gradient
    v = 0.999 * v + 0.001 * gradient**2
    rate = learning_rate * (1 - 0.999**step) ** 0.5 / (1 - 0.9**step)
    return weight - rate * m / (v**0.5 + epsilon), m, v

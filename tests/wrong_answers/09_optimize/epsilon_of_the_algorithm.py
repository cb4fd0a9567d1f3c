"""The paper's algorithm 1 is what Keras computes.

step: adam_step
says: that is where Keras adds it
"""


def adam_step(weight, gradient, m, v, step, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    first, second = m / (1 - beta_1**step), v / (1 - beta_2**step)
    return weight - learning_rate * first / (second**0.5 + epsilon), m, v

"""'l2' is the regularizer, and Keras finds a strength for it.

step: l2_dense
says: 0.01 is the strength of 'l2'
"""

from keras import layers


def l2_dense(units, strength):
    return layers.Dense(units, kernel_regularizer="l2")

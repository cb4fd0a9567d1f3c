"""Setting a second regularizer adds it to the first.

step: elastic_dense
says: only the L2 part is there
"""

from keras import layers, regularizers


def elastic_dense(units, l1, l2):
    layer = layers.Dense(units, kernel_regularizer=regularizers.L1(l1))
    layer.kernel_regularizer = regularizers.L2(l2)
    return layer

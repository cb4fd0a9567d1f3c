"""activity_regularizer is the regularizer of what a layer has learned.

step: l2_dense
says: an activity_regularizer weighs the outputs
"""

from keras import layers, regularizers


def l2_dense(units, strength):
    return layers.Dense(units, activity_regularizer=regularizers.L2(strength))

"""set_weights checks all shapes before it begins.

step: copy_weights
says: look at all shapes before the first weight is set
"""


def copy_weights(source, target):
    target.set_weights(source.get_weights())

"""To set a weight, put the value into model.weights.

step: copy_weights
says: nothing has been copied: the target's own weights
"""


def copy_weights(source, target):
    if [w.shape for w in source.weights] != [w.shape for w in target.weights]:
        raise ValueError("the shapes differ")
    for index, value in enumerate(source.get_weights()):
        target.weights[index] = value

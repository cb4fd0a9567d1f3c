"""The trainable weights and then the others: that is one order for both models.

step: copy_weights
says: names and frozen layers do not matter
"""


def copy_weights(source, target):
    mine, theirs = (model.trainable_weights + model.non_trainable_weights for model in (source, target))
    if [weight.shape for weight in mine] != [weight.shape for weight in theirs]:
        raise ValueError("the shapes differ")
    for one, other in zip(mine, theirs, strict=True):
        other.assign(one)

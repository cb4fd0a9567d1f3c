"""Momentum is how strongly a new batch pulls.

step: update_moving
says: other libraries mean the batch's
"""


def update_moving(moving, batch_statistic, momentum=0.99):
    return (1 - momentum) * moving + momentum * batch_statistic

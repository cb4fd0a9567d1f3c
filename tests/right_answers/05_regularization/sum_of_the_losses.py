"""What a model's losses list holds is its penalty; compute_loss is what evaluate uses."""

from keras import ops


def penalty(model):
    return float(ops.convert_to_numpy(sum(model.losses, ops.zeros(()))))


def split_loss(model, x, y):
    total = float(ops.convert_to_numpy(model.compute_loss(x=x, y=y, y_pred=model(x, training=False), training=False)))
    return [total - penalty(model), penalty(model)]

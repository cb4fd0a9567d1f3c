"""Adam with a schedule, clipping or decay is Adam; losses and metrics may be given as classes."""

import keras
from keras import ops


def one_hot(labels, n_classes=None):
    labels = ops.cast(labels, "int32")
    if n_classes is None:
        n_classes = ops.max(labels) + 1
    return ops.take(ops.eye(int(n_classes)), labels, axis=0)


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    rate = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=100, decay_rate=0.9)
    optimizer = keras.optimizers.AdamW(rate, weight_decay=0.01, global_clipnorm=1.0)
    kinds = keras.losses, keras.metrics
    names = ("CategoricalCrossentropy", "CategoricalAccuracy")
    loss, metric = (
        getattr(kind, name if one_hot_labels else f"Sparse{name}") for kind, name in zip(kinds, names, strict=True)
    )
    model.compile(optimizer=optimizer, loss=loss(from_logits=from_logits), metrics=[metric])
    return model


def compile_binary(model, from_logits=False):
    class Hits(keras.metrics.BinaryAccuracy):
        def update_state(self, y_true, y_pred, sample_weight=None):
            return super().update_state(y_true, ops.sigmoid(y_pred), sample_weight)

    loss = keras.losses.BinaryCrossentropy(from_logits=from_logits)
    model.compile("nadam", loss, metrics=[Hits() if from_logits else "acc"])
    return model

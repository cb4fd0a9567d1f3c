"""Objects with settings and names of their own, metrics that know sample weights, more metrics than asked for."""

import keras
from keras import losses, metrics, optimizers


def one_hot(labels, n_classes=None):
    if keras.ops.is_tensor(labels):
        labels = keras.ops.convert_to_numpy(labels)
    return keras.utils.to_categorical(labels, num_classes=n_classes).astype("float32")


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    if one_hot_labels:
        loss = losses.CategoricalCrossentropy(from_logits=from_logits, name="surprise")
        accuracy = metrics.CategoricalAccuracy(name="hits")
    else:
        loss = losses.SparseCategoricalCrossentropy(from_logits=from_logits)
        accuracy = metrics.SparseCategoricalAccuracy(name="hits")
    model.compile(optimizers.Adam(learning_rate=0.02, beta_1=0.85), loss, weighted_metrics=[accuracy])
    return model


def compile_binary(model, from_logits=False):
    settings = {"optimizer": optimizers.SGD(0.1, momentum=0.9), "jit_compile": False}
    accuracy = metrics.BinaryAccuracy(threshold=0) if from_logits else "accuracy"
    extra = metrics.AUC(from_logits=from_logits)
    model.compile(**settings, loss=losses.BinaryCrossentropy(from_logits=from_logits), metrics=[extra, accuracy])
    return model


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    model.compile(
        optimizer=optimizers.AdamW(0.01),
        loss={"parity": losses.BinaryCrossentropy(), "digit": losses.SparseCategoricalCrossentropy()},
        loss_weights={"parity": parity_weight, "digit": digit_weight},
        metrics={
            "parity": [metrics.BinaryAccuracy(name="odd")],
            "digit": [metrics.SparseTopKCategoricalAccuracy(k=2), metrics.SparseCategoricalAccuracy(name="hits")],
        },
    )
    return model

"""Metrics of Keras may do the counting."""

import keras
import numpy as np


def evaluate(model, x, y, batch_size=32):
    result = model.evaluate(x=x, y=y, batch_size=batch_size, verbose=0, return_dict=True)
    return {name: np.float64(value) for name, value in result.items()}


def majority_baseline(y_train, y_test):
    majority = np.bincount(keras.ops.convert_to_numpy(y_train)).argmax()
    metric = keras.metrics.Accuracy()
    metric.update_state(y_test, np.full(len(y_test), majority))
    return float(metric.result())


def combine(results, sizes):
    means = {name: keras.metrics.Mean() for name in results[0]}
    for result, size in zip(results, sizes, strict=False):
        for name, value in result.items():
            means[name].update_state(value, sample_weight=size)
    return {name: float(mean.result()) for name, mean in means.items()}


def accuracy_by_class(model, x, y):
    outputs = model.predict(x, verbose=0)
    labels = keras.ops.convert_to_numpy(y)
    binary = outputs.shape[-1] == 1
    recalls = np.full((2 if binary else outputs.shape[-1],), np.nan, "float32")
    for label in set(labels.tolist()):
        metric = keras.metrics.BinaryAccuracy() if binary else keras.metrics.SparseCategoricalAccuracy()
        rows = labels == label
        metric.update_state(labels[rows].reshape(-1, 1), outputs[rows])
        recalls[label] = float(metric.result())
    return recalls

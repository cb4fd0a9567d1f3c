"""What a model is worth: its loss and metrics, against other models, against no model at all, and class by class.

Every model comes compiled. Measuring is not training: nothing here changes a model.
"""

import numpy as np
from keras import ops


def evaluate(model, x, y, batch_size=32):
    """Return the loss and every metric that a model was compiled with, measured on all of the data.

    Args:
        model: a compiled keras.Model; its weights and its optimizer stay as they are.
        x: float32 `(n, ...)`, an array or backend tensor.
        y: `(n, ...)`, the targets, an array or backend tensor.
        batch_size: int >= 1, how many samples go through the model at once; the last batch holds what is left.

    Returns:
        A dict from name to float: "loss", which includes what regularized weights cost, and each metric by its name
        in Keras.
    """
    # stub: what does Keras's own evaluate return, and what must you ask it for to get names?
    return model.evaluate(x, y, batch_size=batch_size, verbose=0, return_dict=True)


def pick_best(models, x, y):
    """Return the name of the model with the lowest loss on these data.

    Args:
        models: dict from str to compiled keras.Model, at least one; all with the same loss, each with any metrics or
            none. They stay as they are.
        x: float32 `(n, ...)`, an array or backend tensor.
        y: `(n, ...)`, the targets, an array or backend tensor.

    Returns:
        A str, a key of `models`. A loss may be any number, also one below 0.
    """
    # stub: by what do you compare two models, and how do you get at it when one has no metrics?
    return min(models, key=lambda name: evaluate(models[name], x, y)["loss"])


def majority_baseline(y_train, y_test):
    """Return the accuracy of the model that has learnt nothing but which class is the commonest.

    Args:
        y_train: int `(n,)`, the labels it learns from, an array or backend tensor. Of equally common classes it
            takes the smallest label.
        y_test: int `(m,)`, the labels it is measured on, an array or backend tensor; not all need occur in `y_train`.

    Returns:
        A float in [0, 1], the share of `y_test` that is this class.
    """
    # stub: which of the two label arrays chooses the class, and which one is counted?
    classes, counts = np.unique(ops.convert_to_numpy(y_train), return_counts=True)
    # Classes come sorted and argmax takes the first of equals, so a tie goes to the smallest label.
    majority = classes[np.argmax(counts)]
    return float(np.mean(ops.convert_to_numpy(y_test) == majority))


def combine(results, sizes):
    """Return the metrics of a whole set from those of its shards, which need not be of one size.

    Holds for every metric that is a mean over samples, as a loss and an accuracy are.

    Args:
        results: list of dicts from name to float, what `evaluate` gave for each shard; all with the same names. They
            stay as they are.
        sizes: list of int >= 1, how many samples each shard has, in the order of `results`.

    Returns:
        A dict from the same names to float: for each the mean over all samples.
    """
    # stub: a shard's mean stands for how many samples?
    total = sum(sizes)
    return {
        name: sum(size * result[name] for result, size in zip(results, sizes, strict=True)) / total
        for name in results[0]
    }


def accuracy_by_class(model, x, y):
    """Return for each class the share of its samples that the model recognizes: its recall.

    Args:
        model: a compiled keras.Model that ends in a softmax over the classes, or in one sigmoid unit that tells class 1
            from class 0. A softmax says the class of its largest output, of equals the first; a sigmoid says 1 where
            it lies above 0.5.
        x: float32 `(n, ...)`, an array or backend tensor.
        y: int `(n,)`, the labels, an array or backend tensor; not every class need occur.

    Returns:
        A float array `(classes,)`: one recall for each class that the output can name, two for a sigmoid. NaN for
        a class that does not occur in `y`.
    """
    # stub: how many classes can one sigmoid unit name, and what is 0 of 0?
    outputs, labels = model.predict(x, verbose=0), ops.convert_to_numpy(y)
    classes = max(outputs.shape[-1], 2)
    predicted = outputs.argmax(-1) if outputs.shape[-1] > 1 else outputs[:, 0] > 0.5
    # Counted up to the last class of the output: y may lack any of them.
    samples = np.bincount(labels, minlength=classes)
    recognized = np.bincount(labels[predicted == labels], minlength=classes)
    with np.errstate(invalid="ignore"):  # 0 / 0 is the NaN we want
        return recognized / samples

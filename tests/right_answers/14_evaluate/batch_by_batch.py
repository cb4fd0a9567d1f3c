"""Batches may be measured one by one, if each counts by its size; results may be tensors."""

from keras import ops


def evaluate(model, x, y, batch_size=32):
    n, total = len(x), {}
    for start in range(0, n, batch_size):
        batch_x, batch_y = x[start : start + batch_size], y[start : start + batch_size]
        for name, value in model.test_on_batch(batch_x, batch_y, return_dict=True).items():
            total[name] = total.get(name, 0.0) + float(value) * len(batch_x) / n
    return total


def pick_best(models, x, y):
    names = list(models)
    losses = ops.array([evaluate(models[name], x, y)["loss"] for name in names])
    return names[int(ops.argmin(losses))]


def majority_baseline(y_train, y_test):
    majority = ops.argmax(ops.bincount(ops.cast(y_train, "int32")))
    return ops.mean(ops.cast(ops.equal(ops.cast(y_test, "int32"), ops.cast(majority, "int32")), "float32"))


def combine(results, sizes):
    weights = ops.cast(sizes, "float32") / sum(sizes)
    return {name: ops.sum(weights * ops.array([result[name] for result in results])) for name in results[0]}


def accuracy_by_class(model, x, y):
    outputs = model(x, training=False)
    if outputs.shape[-1] == 1:
        outputs = ops.concatenate([ops.full_like(outputs, 0.5), outputs], axis=-1)
    classes = outputs.shape[-1]
    predicted = ops.argmax(outputs, axis=-1)
    labels = ops.one_hot(ops.cast(y, "int32"), classes)
    table = ops.matmul(ops.transpose(labels), ops.one_hot(predicted, classes))
    return ops.diagonal(table) / ops.sum(labels, axis=0)

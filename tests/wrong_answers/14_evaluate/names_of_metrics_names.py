"""model.metrics_names holds the names of the metrics.

step: evaluate
says: and model.metrics_names does not
"""


def evaluate(model, x, y, batch_size=32):
    results = model.evaluate(x, y, batch_size=batch_size, verbose=0)
    return dict(zip(model.metrics_names, results, strict=True))

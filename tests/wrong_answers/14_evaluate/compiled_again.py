"""A model must be compiled for evaluation.

step: evaluate
says: the model has another optimizer
"""


def evaluate(model, x, y, batch_size=32):
    loss, metrics = model.loss, [metric for group in model.metrics[1:] for metric in group._user_metrics or []]
    model.compile(optimizer="adam", loss=loss, metrics=metrics)
    return model.evaluate(x, y, batch_size=batch_size, verbose=0, return_dict=True)

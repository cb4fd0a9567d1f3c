"""Once they are measured, the samples may be learnt from.

step: evaluate
says: after it the weight gamma
"""


def evaluate(model, x, y, batch_size=32):
    result = model.evaluate(x, y, batch_size=batch_size, verbose=0, return_dict=True)
    model.train_on_batch(x, y)
    return result

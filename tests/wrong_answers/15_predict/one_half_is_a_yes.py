"""From 0.5 on it is a yes.

step: predict_classes
says: 1 above 0.5, and 0.5 itself is not above
"""


def predict_classes(model, x):
    outputs = model.predict(x, verbose=0)
    return outputs.argmax(axis=-1) if outputs.shape[-1] > 1 else (outputs[:, 0] >= 0.5).astype("int32")

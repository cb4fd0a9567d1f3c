"""argmax turns probabilities into classes.

step: predict_classes
says: always 0, as an argmax over a single column is
"""


def predict_classes(model, x):
    return model.predict(x, verbose=0).argmax(axis=-1)

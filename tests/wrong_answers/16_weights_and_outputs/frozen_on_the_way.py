"""One walks through the layers, freezes each, and stops at the name.

step: freeze_up_to
says: expected an error that names it
"""


def freeze_up_to(model, layer_name):
    for layer in model.layers:
        layer.trainable = False
        if layer.name == layer_name:
            return

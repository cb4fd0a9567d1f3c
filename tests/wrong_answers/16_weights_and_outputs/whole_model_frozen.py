"""Freeze the model, then let the later layers learn.

step: freeze_up_to
says: a frozen model freezes all its layers
"""


def freeze_up_to(model, layer_name):
    last = model.layers.index(model.get_layer(layer_name))
    model.trainable = False
    for layer in model.layers[last + 1 :]:
        layer.trainable = True

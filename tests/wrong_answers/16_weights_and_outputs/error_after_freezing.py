"""An error at the end of the loop tells all.

step: freeze_up_to
says: look for the layer first, then freeze
"""


def freeze_up_to(model, layer_name):
    for layer in model.layers:
        layer.trainable = False
        if layer.name == layer_name:
            return
    raise ValueError(f"there is no layer {layer_name!r}")

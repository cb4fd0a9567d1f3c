"""Layers have weights and outputs of their own; a shape comes from the values as well."""

from keras import ops


def weight_shapes(model):
    shapes = {}
    for weight, value in zip(model.weights, model.get_weights(), strict=True):
        shapes[weight.path] = value.shape
    return shapes


def copy_weights(source, target):
    mine, theirs = ([layer for layer in model.layers if layer.weights] for model in (source, target))
    if len(mine) != len(theirs):
        raise ValueError(f"{len(mine)} layers do not fit into {len(theirs)}")
    for one, other in zip(mine, theirs, strict=True):
        if [w.shape for w in one.weights] != [w.shape for w in other.weights]:
            raise ValueError(f"{one.name} does not fit into {other.name}")
    for one, other in zip(mine, theirs, strict=True):
        other.set_weights(one.get_weights())


def layer_output(model, layer_name, x):
    layer = model.get_layer(layer_name)
    seen, call = [], layer.call

    def listen(*args, **kwargs):
        seen.append(call(*args, **kwargs))
        return seen[-1]

    layer.call = listen
    try:
        model(x, training=False)
    finally:
        layer.call = call
    return ops.convert_to_numpy(seen[-1])


def freeze_up_to(model, layer_name):
    names = [layer.name for layer in model.layers]
    if layer_name not in names:
        raise KeyError(layer_name)
    for layer in model.layers:
        layer.trainable = names.index(layer.name) > names.index(layer_name) and layer.trainable
    return model

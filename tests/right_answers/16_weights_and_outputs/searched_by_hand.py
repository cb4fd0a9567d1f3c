"""A loop finds a layer as well as get_layer does; a model may be compiled on the way."""

import keras
from keras import ops


def copy_weights(source, target):
    shapes = [[tuple(weight.shape) for weight in model.weights] for model in (source, target)]
    assert shapes[0] == shapes[1], f"{shapes[0]} is not {shapes[1]}"
    values = iter(source.get_weights())
    for weight in target.weights:
        weight.assign(ops.convert_to_tensor(next(values)))


def feature_extractor(model, layer_name):
    for layer in model.layers:
        if layer.name == layer_name:
            return keras.Model(model.inputs, layer.output)
    raise LookupError(f"{layer_name} is none of {[layer.name for layer in model.layers]}")


def freeze_up_to(model, layer_name):
    position = None
    for index, layer in enumerate(model.layers):
        if layer.name == layer_name:
            position = index
    if position is None:
        raise ValueError("no such layer")
    while position >= 0:
        model.get_layer(index=position).trainable = False
        position -= 1
    model.compile(optimizer="sgd", loss="mse")

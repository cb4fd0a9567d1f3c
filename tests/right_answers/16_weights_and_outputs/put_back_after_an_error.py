"""What has been half copied may be put back; a name may be looked up in a dict."""

import keras


def weight_shapes(model):
    return dict(zip([w.path for w in model.weights], [tuple(map(int, w.shape)) for w in model.weights], strict=True))


def copy_weights(source, target):
    kept = target.get_weights()
    try:
        target.set_weights(source.get_weights())
    except ValueError:
        for weight, value in zip(target.weights, kept, strict=True):
            weight.assign(value)
        raise
    return target


def layer_output(model, layer_name, x):
    by_name = {layer.name: layer for layer in model.layers}
    return keras.Model(model.inputs, by_name[layer_name].output).predict(x, verbose=0)


def feature_extractor(model, layer_name):
    by_name = {layer.name: layer for layer in model.layers}
    return keras.Model(inputs=model.inputs, outputs=by_name[layer_name].output, name="features")


def freeze_up_to(model, layer_name):
    names = [layer.name for layer in model.layers]
    last = names.index(layer_name)
    for index, layer in enumerate(model.layers):
        layer.trainable = index > last
    return names[: last + 1]

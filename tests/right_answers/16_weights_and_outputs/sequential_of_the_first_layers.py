"""Where layers form a chain, the first of them are a chain too."""

import keras


def feature_extractor(model, layer_name):
    layer = model.get_layer(layer_name)
    if isinstance(model, keras.Sequential):
        return keras.Sequential(model.layers[: model.layers.index(layer) + 1])
    return keras.models.Model(model.input, layer.get_output_at(0) if hasattr(layer, "get_output_at") else layer.output)


def layer_output(model, layer_name, x):
    extractor = feature_extractor(model, layer_name)
    return extractor.predict_on_batch(x)


def freeze_up_to(model, layer_name):
    trainable = False
    if not any(layer.name == layer_name for layer in model.layers):
        raise ValueError(f"no layer is called {layer_name}")
    for layer in model.layers:
        layer.trainable = trainable
        if layer.name == layer_name:
            trainable = True

"""A weight may stand in the loss itself; compile may run without compilation."""

from keras import ops


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    def digit(y_true, y_pred):
        return digit_weight * ops.sparse_categorical_crossentropy(y_true, y_pred)

    def parity(y_true, y_pred):
        return parity_weight * ops.binary_crossentropy(ops.reshape(y_true, ops.shape(y_pred)), y_pred)

    model.compile("adamax", {"digit": digit, "parity": parity}, metrics={"parity": "accuracy", "digit": "accuracy"})
    return model


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    if one_hot_labels:

        def loss(y_true, y_pred):
            return -ops.sum(y_true * (ops.log_softmax(y_pred) if from_logits else ops.log(y_pred)), axis=-1)
    else:

        def loss(y_true, y_pred):
            log = ops.log_softmax(y_pred) if from_logits else ops.log(y_pred)
            return -ops.sum(ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1]) * log, axis=-1)

    model.compile("adam", loss, metrics=["accuracy"], auto_scale_loss=False)
    return model

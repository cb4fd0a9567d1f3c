"""A LambdaCallback knows its model once it trains."""

import keras


def inverse_time_decay(learning_rate, decay_rate):
    def begin(epoch, logs):
        callback.model.optimizer.learning_rate = learning_rate / (decay_rate * epoch + 1)

    callback = keras.callbacks.LambdaCallback(on_epoch_begin=begin)
    return callback

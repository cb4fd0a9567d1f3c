"""A callback as a class, which assigns to the variable of the rate; a clip in an optimizer of its own."""

import keras
from keras import ops


class InverseTime(keras.callbacks.Callback):
    def __init__(self, learning_rate, decay_rate):
        super().__init__()
        self.rate_in = lambda epoch: learning_rate / (1.0 + decay_rate * epoch)

    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate.assign(self.rate_in(epoch))

    def on_epoch_end(self, epoch, logs=None):
        logs["learning_rate"] = float(ops.convert_to_numpy(self.model.optimizer.learning_rate))


inverse_time_decay = InverseTime


class Clipped(keras.optimizers.SGD):
    def __init__(self, learning_rate, max_norm):
        super().__init__(learning_rate)
        self.max_norm = max_norm

    def apply(self, grads, trainable_variables=None):
        norm = ops.sqrt(sum(ops.sum(ops.square(gradient)) for gradient in grads))
        factor = self.max_norm / ops.maximum(norm, self.max_norm)
        return super().apply([gradient * factor for gradient in grads], trainable_variables)


def clipped_sgd(learning_rate, max_norm):
    return Clipped(learning_rate, max_norm)

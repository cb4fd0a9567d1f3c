"""A function of the epoch alone for LearningRateScheduler; momentum 0.0 and Nesterov's method are plain descent too."""

import keras


def inverse_time_decay(learning_rate, decay_rate):
    def schedule(epoch):
        return learning_rate / (1 + decay_rate * epoch)

    return keras.callbacks.LearningRateScheduler(schedule, verbose=0)


def clipped_sgd(learning_rate, max_norm):
    return keras.optimizers.SGD(learning_rate=learning_rate, momentum=0.0, nesterov=True, global_clipnorm=max_norm)

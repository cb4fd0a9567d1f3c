"""Keras's cosine without its own warm-up, and a table of rates: every step is known beforehand."""

import keras
from keras import ops
from keras.optimizers import schedules


class Table(schedules.LearningRateSchedule):
    def __init__(self, rates):
        self.rates = rates

    def __call__(self, step):
        step = ops.minimum(ops.cast(step, "int32"), len(self.rates) - 1)
        return ops.take(ops.convert_to_tensor(self.rates, "float32"), step)


def warmup_cosine(peak, warmup_steps, total_steps):
    fall = schedules.CosineDecay(peak, total_steps - warmup_steps)
    climb = [peak * step / warmup_steps for step in range(warmup_steps)]
    return Table(climb + [float(fall(step)) for step in range(total_steps - warmup_steps + 1)])


def compile_with_adam(model, learning_rate, beta_1, beta_2):
    one_hot = keras.losses.CategoricalCrossentropy(from_logits=False, label_smoothing=0.0)
    adam = keras.optimizers.Adam(lambda: learning_rate, beta_1=beta_1, beta_2=beta_2, amsgrad=False)
    model.compile(
        adam, one_hot, metrics=[keras.metrics.CategoricalAccuracy(), keras.metrics.Precision()], run_eagerly=False
    )

"""ops.cond takes one branch; a half angle squared is the same cosine, and a schedule may hold another."""

import math

import keras
from keras import ops


class Warmup(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, steps, then):
        super().__init__()
        self.peak, self.steps, self.then = peak, steps, then

    def __call__(self, step):
        if self.steps == 0:
            return self.then(step)
        step = ops.cast(step, "float32")
        return ops.cond(step < self.steps, lambda: self.peak * step / self.steps, lambda: self.then(step - self.steps))


class Cosine(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, steps):
        super().__init__()
        self.peak, self.steps = peak, steps

    def __call__(self, step):
        t = ops.minimum(ops.cast(step, "float32") / self.steps, 1.0)
        return self.peak * ops.square(ops.cos(math.pi / 2 * t))


def warmup_cosine(peak, warmup_steps, total_steps):
    return Warmup(peak, warmup_steps, Cosine(peak, total_steps - warmup_steps))

"""A step is a number, so Python can compare it.

step: warmup_cosine
says: has no value yet: only keras.ops can compute with it
"""

import math

import keras
from keras import ops


class Schedule(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, warmup_steps, total_steps):
        self.peak, self.warmup_steps, self.total_steps = peak, warmup_steps, total_steps

    def __call__(self, step):
        step = ops.cast(step, "float32")
        if step < self.warmup_steps:
            return self.peak * step / self.warmup_steps
        t = ops.minimum((step - self.warmup_steps) / (self.total_steps - self.warmup_steps), 1.0)
        return self.peak * (1 + ops.cos(math.pi * t)) / 2


def warmup_cosine(peak, warmup_steps, total_steps):
    return Schedule(peak, warmup_steps, total_steps)

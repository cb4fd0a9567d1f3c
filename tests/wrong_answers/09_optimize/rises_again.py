"""A cosine comes down, and that is that.

step: warmup_cosine
says: a cosine rises again
"""

import math

import keras
from keras import ops


class Schedule(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, warmup_steps, total_steps):
        self.peak, self.warmup_steps, self.total_steps = peak, warmup_steps, total_steps

    def __call__(self, step):
        step = ops.cast(step, "float32")
        t = (step - self.warmup_steps) / (self.total_steps - self.warmup_steps)
        fall = self.peak * (1 + ops.cos(math.pi * t)) / 2
        return ops.where(step < self.warmup_steps, self.peak * step / max(self.warmup_steps, 1), fall)


def warmup_cosine(peak, warmup_steps, total_steps):
    return Schedule(peak, warmup_steps, total_steps)

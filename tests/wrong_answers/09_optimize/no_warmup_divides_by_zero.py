"""The smaller of climb and fall is the rate.

step: warmup_cosine
says: 0 / 0 is no rate
"""

import math

import keras
from keras import ops


class Schedule(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, warmup_steps, total_steps):
        self.peak, self.warmup_steps, self.total_steps = peak, warmup_steps, total_steps

    def __call__(self, step):
        step = ops.cast(step, "float32")
        t = ops.clip((step - self.warmup_steps) / (self.total_steps - self.warmup_steps), 0.0, 1.0)
        climb = ops.minimum(ops.divide(step, ops.cast(self.warmup_steps, "float32")), 1.0)
        return self.peak * climb * (1 + ops.cos(math.pi * t)) / 2


def warmup_cosine(peak, warmup_steps, total_steps):
    return Schedule(peak, warmup_steps, total_steps)

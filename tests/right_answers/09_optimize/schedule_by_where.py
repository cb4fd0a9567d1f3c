"""Both branches are computed, one is chosen; no division where there is no warm-up."""

import math

import keras
from keras import ops


class WarmupCosine(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, warmup_steps, total_steps):
        self.peak, self.warmup_steps, self.total_steps = peak, warmup_steps, total_steps

    def __call__(self, step):
        step = ops.cast(step, "float32")
        climb = self.peak * step / max(1, self.warmup_steps)
        t = (step - self.warmup_steps) / (self.total_steps - self.warmup_steps)
        fall = 0.5 * self.peak * (1.0 + ops.cos(math.pi * ops.clip(t, 0.0, 1.0)))
        return ops.where(step < self.warmup_steps, climb, fall)

    def get_config(self):
        return {"peak": self.peak, "warmup_steps": self.warmup_steps, "total_steps": self.total_steps}


def warmup_cosine(peak, warmup_steps, total_steps):
    return WarmupCosine(peak, warmup_steps, total_steps)

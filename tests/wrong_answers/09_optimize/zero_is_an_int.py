"""A rate of zero is 0.

step: warmup_cosine
says: 0.0, not 0
"""

import keras


def warmup_cosine(peak, warmup_steps, total_steps):
    return keras.optimizers.schedules.CosineDecay(
        0, total_steps - warmup_steps, warmup_target=peak, warmup_steps=warmup_steps
    )

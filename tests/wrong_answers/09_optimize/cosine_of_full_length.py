"""decay_steps is when the decay is over.

step: warmup_cosine
says: total_steps less the warm-up
"""

import keras


def warmup_cosine(peak, warmup_steps, total_steps):
    return keras.optimizers.schedules.CosineDecay(0.0, total_steps, warmup_target=peak, warmup_steps=warmup_steps)

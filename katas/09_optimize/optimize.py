"""What becomes of a gradient: the optimizer that turns it into a step, and the learning rate that says how far.

A gradient points uphill. Everything here decides how to go down, with Keras's own formulas and Keras's own objects.
"""

import math

import keras
from keras import ops


def compile_with_adam(model, learning_rate, beta_1, beta_2):
    """Make a classifier ready to be trained by Adam; its weights stay as they are.

    The labels will be one-hot `(batch, classes)` and the loss is the categorical cross-entropy. Training reports the
    accuracy too: the share of samples whose largest probability is that of their class.

    Args:
        model: a built keras.Model whose output is a probability for each class, `(batch, classes)`. It is compiled in
            place.
        learning_rate: float > 0.
        beta_1: float in [0, 1), how much of the average of the gradients is kept in each step.
        beta_2: float in [0, 1), the same for the average of their squares.

    Returns:
        Anything or nothing.

    Source: Kingma & Ba 2015, Adam: A Method for Stochastic Optimization.
    """
    raise NotImplementedError("TODO: 'adam' by its name has the default rate and betas: where can you give it yours?")


def sgd_step(weight, gradient, learning_rate):
    """Return a weight after one step of plain gradient descent, as `keras.optimizers.SGD` takes it.

    Args:
        weight: float array of any shape, `()` too; it is left as it is.
        gradient: float array of the same shape, the slope of the loss in each place.
        learning_rate: float > 0.

    Returns:
        The new weight, a float array of the same shape.
    """
    raise NotImplementedError("TODO: the gradient points uphill: which way, and how far, does the weight go?")


def momentum_step(weight, gradient, velocity, learning_rate, momentum):
    """Return a weight and its velocity after one step of gradient descent with momentum.

    As `keras.optimizers.SGD` with `momentum` (not Nesterov's) takes it: the velocity is the step itself. A share of the
    old step is kept, the learning rate times the gradient is taken from it, and the weight moves by what comes out.

    Args:
        weight: float array of any shape, `()` too; like the others it is left as it is.
        gradient: float array of the same shape, the slope of the loss in each place.
        velocity: float array of the same shape, the last step; zeros before the first one.
        learning_rate: float > 0.
        momentum: float from 0 to 1, the share of the last step that goes on.

    Returns:
        A tuple `(weight, velocity)`, both new.

    Source: Sutskever et al. 2013, On the importance of initialization and momentum in deep learning, equations 1 and 2.
    """
    raise NotImplementedError("TODO: the velocity is a step on the weight: what is in it, and with which sign?")


def adam_step(weight, gradient, m, v, step, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    """Return a weight and its two running averages after one step of Adam, as `keras.optimizers.Adam` takes it.

    Both averages start at 0 and are too small at first: m by the factor 1 - beta_1**step, v by 1 - beta_2**step. Keras
    makes up for both with the learning rate, as the paper proposes at the end of its section 2; hence epsilon is added
    to the root of v itself, without correction.

    Args:
        weight: float array of any shape, `()` too; like the others it is left as it is.
        gradient: float array of the same shape, the slope of the loss in each place.
        m: float array of the same shape, the running average of the gradients; zeros before the first step.
        v: float array of the same shape, the running average of their squares; zeros before the first step.
        step: int >= 1, the number of this step, counted from 1.
        learning_rate: float > 0.
        beta_1: float in [0, 1), the share of m that is kept.
        beta_2: float in [0, 1), the share of v that is kept.
        epsilon: float > 0, keeps the division finite.

    Returns:
        A tuple `(weight, m, v)`, all new; m and v are the averages themselves, not corrected.

    Source: Kingma & Ba 2015, Adam: A Method for Stochastic Optimization, algorithm 1 and the end of section 2.
    """
    raise NotImplementedError(
        "TODO: how small are m and v after the first step, and where does Keras make up for that?"
    )


def inverse_time_decay(learning_rate, decay_rate):
    """Return a callback that sets the learning rate at the start of each epoch, a little lower each time.

    In epoch number `epoch` the rate is learning_rate / (1 + decay_rate * epoch), whatever the optimizer had before.

    Args:
        learning_rate: float > 0, the rate in epoch 0.
        decay_rate: float >= 0.

    Returns:
        A keras.callbacks.Callback for `fit`; the epoch is the number that `fit` gives it.
    """
    raise NotImplementedError(
        "TODO: which callback asks a function for the rate, and which of its two arguments do you need?"
    )


def warmup_cosine(peak, warmup_steps, total_steps):
    """Return a schedule of the learning rate that climbs, and then comes down along half a wave of a cosine.

    From 0 at step 0 it is linear up to `peak` at step `warmup_steps`; from there it is peak * (1 + cos(pi * t)) / 2,
    where t goes from 0 to 1 at step `total_steps`; afterwards it is 0. A step is one batch.

    Args:
        peak: float > 0, the highest rate.
        warmup_steps: int >= 0; with 0 the schedule starts at its peak.
        total_steps: int > `warmup_steps`, how long climbing and coming down take together.

    Returns:
        A keras.optimizers.schedules.LearningRateSchedule: an optimizer takes it for its learning rate, and called with
        the number of a step, an int or an integer tensor, it gives the rate there, a scalar.

    Source: Loshchilov & Hutter 2017, SGDR, equation 5; Goyal et al. 2017, section 2.2, for the warm-up.
    """
    raise NotImplementedError(
        "TODO: Keras has a cosine that can warm up: from where does it count the steps of its decay?"
    )


def clipped_sgd(learning_rate, max_norm):
    """Return plain gradient descent whose gradients are cut down, all together, where they are too long.

    Where the length of all gradients laid end to end (the root of the sum of all squares) is above `max_norm`, every
    gradient is multiplied by max_norm / length, so that their common direction survives. Shorter ones stay as they are.

    Args:
        learning_rate: float > 0.
        max_norm: float > 0, the greatest length that all gradients together may have.

    Returns:
        A keras.optimizers.Optimizer.

    Source: Pascanu, Mikolov & Bengio 2013, On the difficulty of training recurrent neural networks, section 3.2.
    """
    raise NotImplementedError("TODO: Keras has three arguments that clip: which one looks at all gradients together?")

"""sum((WᵀW − I)**2) is sum((WᵀW)**2) − 2 sum(W**2) + units; evaluate may give a number or a list."""

import keras
from keras import ops


def l2_dense(units, strength):
    return keras.layers.Dense(units, "linear", True, "he_normal", "zeros", keras.regularizers.L2(l2=strength))


def elastic_dense(units, l1, l2):
    one, other = keras.regularizers.L1(l1), keras.regularizers.L2(l2)
    return keras.layers.Dense(units, kernel_regularizer=lambda kernel: one(kernel) + other(kernel))


def split_loss(model, x, y):
    total = model.evaluate(x, y, batch_size=7, verbose=0)
    total = total[0] if isinstance(total, list) else total
    of_weights = sum(float(ops.convert_to_numpy(loss)) for loss in model.losses)
    return total - of_weights, of_weights


@keras.saving.register_keras_serializable(name="Orthonormal")
class Orthogonality(keras.regularizers.Regularizer):
    def __init__(self, strength=1.0):
        self.strength = float(strength)

    def __call__(self, w):
        w = ops.convert_to_tensor(w)
        gram = ops.transpose(w) @ w
        return self.strength * (ops.sum(gram**2) - 2.0 * ops.sum(w**2) + w.shape[-1])

    def get_config(self):
        return dict(strength=self.strength)

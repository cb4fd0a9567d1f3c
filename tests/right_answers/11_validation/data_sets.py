"""fit takes data sets, a fold may be found by its mask, an iterable may be a class."""

import keras
import numpy as np
from keras import ops


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = ops.convert_to_numpy(x), ops.convert_to_numpy(y), batch_size

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[rows], self.y[rows]


def train_with_validation(model, x, y, batch_size, epochs, validation_data=None):
    held_out = None if validation_data is None else Batches(*validation_data, 7)
    return model.fit(Batches(x, y, batch_size), epochs=epochs, validation_data=held_out, verbose=2)


def standardize(x_train, x_val):
    x_train, x_val = ops.convert_to_numpy(x_train), ops.convert_to_numpy(x_val)
    mean = x_train.sum(0) / len(x_train)
    variance = ((x_train - mean) ** 2).sum(0) / len(x_train)
    # What is constant in training is left out of both parts.
    factor = np.divide(1.0, np.sqrt(variance), out=np.zeros_like(variance), where=variance > 1e-12)
    return (x_train - mean) * factor, (x_val - mean) * factor


class Folds:
    def __init__(self, n_samples, n_folds, seed):
        self.rank = np.random.default_rng(seed).random(n_samples).argsort().argsort()
        self.n_folds = n_folds

    def __len__(self):
        return self.n_folds

    def __getitem__(self, fold):
        if fold >= self.n_folds:
            raise IndexError(fold)
        mask = self.rank % self.n_folds == fold
        return np.where(~mask)[0], np.where(mask)[0]


def k_fold(n_samples, n_folds, seed=0):
    return Folds(n_samples, n_folds, seed)

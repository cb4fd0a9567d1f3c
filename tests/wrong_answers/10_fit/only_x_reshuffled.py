"""After each epoch the inputs are shuffled.

step: Batches
says: in epoch 1 sample
"""

import keras
import numpy as np
from keras import ops


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = ops.convert_to_numpy(x).copy(), y, batch_size

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        np.random.shuffle(self.x)

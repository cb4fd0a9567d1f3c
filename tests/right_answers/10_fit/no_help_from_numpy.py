"""Plain Python counts as well; Keras only warns where a dataset does not call its base class."""

import keras


def n_updates(n_samples, batch_size, epochs):
    return sum(1 for _ in range(epochs) for _ in range(0, n_samples, batch_size))


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        self.x, self.y, self.size = x, y, batch_size

    def __len__(self):
        return (self.x.shape[0] + self.size - 1) // self.size

    def __getitem__(self, index):
        start, end = index * self.size, (index + 1) * self.size
        return (self.x[start:end], self.y[start:end])


def class_weights(labels):
    counts = {}
    for label in labels:
        counts[int(label)] = counts.get(int(label), 0) + 1
    total = sum(counts.values())
    return {label: total / (len(counts) * count) for label, count in counts.items()}


def train_balanced(model, x, y, batch_size, epochs):
    return model.fit(x, y, batch_size=batch_size, epochs=epochs, class_weight=class_weights(y), shuffle=False)


class LossLog(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = None

    def on_train_begin(self, logs):
        self.losses = []

    def on_epoch_begin(self, epoch, logs):
        self.losses = [*self.losses, []]

    def on_train_batch_end(self, batch, logs):
        self.losses[-1] += [logs["loss"]]

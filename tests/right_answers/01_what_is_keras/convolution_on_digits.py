"""The first model may be a convolution that gives the images their shape back, and stop when it is good enough."""

import keras
from keras import layers


class _GoodEnough(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = logs["accuracy"] > 0.92


def first_model(x, y):
    model = keras.Sequential(
        [
            layers.Input((64,)),
            layers.Reshape((8, 8, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x, y, epochs=10, batch_size=64, verbose=0, callbacks=[_GoodEnough()])
    return model, model.evaluate(x, y, verbose=0)[1]

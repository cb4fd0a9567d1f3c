"""Notes the step as done.

expect: red
says: PermissionError: an attempt may not change .dojo/progress/03_instantiate.txt
process: it writes into the course
"""

import keras
from keras import layers

from dojo.course import ROOT


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    folder = ROOT / ".dojo" / "progress"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "03_instantiate.txt").write_text("build_sequential\tdone\t000000000000\t\n")
    return keras.Sequential([keras.Input((n_features,)), layers.Dense(units[-1])])

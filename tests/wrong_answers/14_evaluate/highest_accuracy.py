"""The best model is the one with the highest accuracy.

step: pick_best
says: it has the highest accuracy, and a higher loss
"""


def pick_best(models, x, y):
    def accuracy(name):
        result = models[name].evaluate(x, y, verbose=0, return_dict=True)
        return result.get("accuracy", -result["loss"])

    return max(models, key=accuracy)

"""A number out of an array is a Python number.

step: predict_one
says: expected an int
"""


def predict_one(model, sample):
    output = model.predict(sample[None], verbose=0)[0]
    if len(output) == 1:
        return int(output[0] > 0.5), float(max(output[0], 1 - output[0]))
    return output.argmax(), output.max()

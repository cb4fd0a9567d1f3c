"""One sample goes into a model as it is.

step: predict_one
says: a lone sample is a batch of one
"""


def predict_one(model, sample):
    output = model.predict(sample, verbose=0)[0]
    if len(output) == 1:
        return int(output[0] > 0.5), float(max(output[0], 1 - output[0]))
    return int(output.argmax()), float(output.max())

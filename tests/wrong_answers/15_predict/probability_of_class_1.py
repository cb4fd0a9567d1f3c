"""The output of a sigmoid is the probability of its answer.

step: predict_one
says: that of class 0 is what it lacks to 1
"""


def predict_one(model, sample):
    output = model.predict(sample[None], verbose=0)[0]
    if len(output) == 1:
        return int(output[0] > 0.5), float(output[0])
    return int(output.argmax()), float(output.max())

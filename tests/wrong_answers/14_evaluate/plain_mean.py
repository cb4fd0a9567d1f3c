"""The mean of the whole is the mean of the parts.

step: combine
says: weigh each mean by its size
"""


def combine(results, sizes):
    return {name: sum(result[name] for result in results) / len(results) for name in results[0]}

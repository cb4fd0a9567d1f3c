"""Jumps over every claim as a debugger could.

expect: red
says: sys.settrace
"""

import sys


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    def skip(frame, event, argument):
        if event == "line" and frame.f_code.co_name.startswith("test_"):
            try:
                frame.f_lineno = max(line for *_, line in frame.f_code.co_lines() if line)
            except ValueError:
                pass
        return skip

    frame = sys._getframe()
    while frame:
        frame.f_trace = skip
        frame = frame.f_back
    sys.settrace(skip)
    return

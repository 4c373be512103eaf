"""ONNX networks on one thread: parallel work is split by documents, and one thread gives the same sums every time."""

import onnxruntime as ort


def open_network(model: str | bytes) -> ort.InferenceSession:
    """A session for a model, given as its path or its content."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])

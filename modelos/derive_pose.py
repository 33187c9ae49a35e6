"""Take the silhouette out of a pose bundle: `python derive_pose.py pose_landmarker_full.task out.task`.

Beside the points, Google's landmark model paints a mask of the body, 256 × 256, which Coach never looks at: a third of
the model's time. Here the operators that serve nothing else are left out; every weight and every point stays what it
was, bit for bit. In the mask's place among the outputs, which MediaPipe counts, stands another output once more. Asks
for the package "ai-edge-litert".
"""

import sys
import zipfile

import flatbuffers
from ai_edge_litert.schema_py_generated import ModelT

MASK, STAND_IN = b"Identity_2", b"Identity_4"


def without_mask(model):
    """The same model in bytes, with nothing that only the mask needs."""
    model = ModelT.InitFromPackedBuf(bytearray(model), 0)
    graph = model.subgraphs[0]
    place = {graph.tensors[output].name: output for output in graph.outputs}
    wanted = [output for output in graph.outputs if output != place[MASK]]
    graph.operators = needed(graph.operators, set(wanted))
    graph.outputs = [place[STAND_IN] if output == place[MASK] else output for output in graph.outputs]
    builder = flatbuffers.Builder()
    builder.Finish(model.Pack(builder), b"TFL3")
    return bytes(builder.Output())


def needed(operators, tensors):
    """Those that the wanted tensors come from, in their order."""
    kept = []
    for operator in reversed(operators):
        if tensors.intersection(operator.outputs):
            tensors.update(operator.inputs)
            kept.append(operator)
    return kept[::-1]


with zipfile.ZipFile(sys.argv[1]) as source, zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_STORED) as target:
    for name in source.namelist():
        content = source.read(name)
        target.writestr(zipfile.ZipInfo(name), without_mask(content) if "landmarks" in name else content)

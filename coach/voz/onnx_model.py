"""The only door to onnxruntime: one model, one thread, on the processor, saying nothing to anybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import onnxruntime

from coach.bundles import bundle

Tensor: TypeAlias = npt.NDArray[Any]


class OnnxModel:
    """The model called `name` in `modelos/manifest.toml`.

    One thread within and between operations: the models of the voice are small, and a pool of threads would only take
    time from the pictures. Layouts in blocks of channels (`blocked`) cost small networks more in conversions than they
    save. Raises `KnownError` when the file is missing or altered.
    """

    def __init__(self, name: str, blocked: bool = False) -> None:
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        levels = onnxruntime.GraphOptimizationLevel
        options.graph_optimization_level = levels.ORT_ENABLE_ALL if blocked else levels.ORT_ENABLE_EXTENDED
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(bundle(name), options, providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._session.get_outputs()]

    def zeros(self) -> dict[str, Tensor]:
        """A zero for every float input whose shape is fixed: what a state starts as."""
        inputs = [i for i in self._session.get_inputs() if i.type == "tensor(float)" and i.shape]
        return {i.name: np.zeros(i.shape, np.float32) for i in inputs if all(isinstance(n, int) for n in i.shape)}

    def run(self, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """The outputs by name."""
        return dict(zip(self._outputs, self._session.run(self._outputs, dict(inputs)), strict=True))

"""The parameters of the corpus flow: the settings a run may be given, each by its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.corrections import log
from pipeline.settings import Settings, address_of

OF_THE_PROCESS = frozenset({"prefect_home", "api_url"})
"""Settings of the process that runs a flow, not of the run."""


def parameters(corpora: Sequence[Path], settings: Settings) -> dict[str, Any]:
    """Corpora and settings as the flow takes them; paths are absolute: scheduled runs have a folder of their own.

    What is not set is left out, so that the default of the machine that runs the flow holds.
    """
    places = {"outputs": settings.outputs, "store": settings.store_folder}
    paths = {name: path if address_of(path) else path.resolve() for name, path in places.items()}
    paths["corrections"] = (settings.corrections or log.beside(corpora)).resolve()
    absolute = settings.model_copy(update=paths)
    told = absolute.model_dump(mode="json", exclude_none=True, exclude=set(OF_THE_PROCESS))
    return {"corpora": [str(path.resolve()) for path in corpora], **told}

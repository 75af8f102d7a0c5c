"""The corpus flow with its tasks on Dask, as a worker of a pool loads it; IONMINE_DASK_ADDRESS names the cluster."""

from __future__ import annotations

from flows.corpus_flow import flow_for
from pipeline.settings import Settings

corpus_flow = flow_for(Settings.load(task_runner="dask"))

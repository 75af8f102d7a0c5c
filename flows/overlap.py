"""No two runs of a deployment at a time, and none that only catches up: what a schedule does when a run takes long."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Overlap(StrEnum):
    """What becomes of a run that is due while another one is running."""

    WAIT = "wait"
    SKIP = "skip"


def one_at_a_time(overlap: Overlap) -> Any:
    """Prefect's limit of one run at a time: the next one waits for its slot, or is cancelled."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy

    strategies = {Overlap.WAIT: ConcurrencyLimitStrategy.ENQUEUE, Overlap.SKIP: ConcurrencyLimitStrategy.CANCEL_NEW}
    return ConcurrencyLimitConfig(limit=1, collision_strategy=strategies[overlap])


def make_up_for_missed() -> int:
    """Cancel the runs that were due by the same schedule before this one begins: it does what they would; their number.

    To be called when a flow run begins. A run that a person asked for makes up for none, and none for it.
    """
    from prefect import runtime
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter
    from prefect.client.schemas.objects import StateType
    from prefect.states import Cancelled

    if not runtime.deployment.id:
        return 0
    due = FlowRunFilter.model_validate({
        "deployment_id": {"any_": [runtime.deployment.id]},
        "state": {"type": {"any_": [StateType.SCHEDULED]}},
        "expected_start_time": {"before_": datetime.now(UTC)},
    })  # fmt: skip
    with get_client(sync_client=True) as client:
        if not client.read_flow_run(runtime.flow_run.id).auto_scheduled:
            return 0
        missed = [run.id for run in client.read_flow_runs(flow_run_filter=due) if run.auto_scheduled]
        for name in missed:
            client.set_flow_run_state(name, Cancelled(message=f"made up for by {runtime.flow_run.name}"))
    return len(missed)

"""The process that serves a schedule: started and ended by :func:`flows.deployments.serve`, told by one argument."""

from __future__ import annotations

import json
import sys

from pipeline.parent import end_with_parent


def main() -> None:
    """Serve the corpus flow until killed."""
    told = json.loads(sys.argv[1])
    end_with_parent(told["parent"])
    from flows.corpus_flow import flow_for
    from flows.deployments import Schedule
    from flows.overlap import Overlap, one_at_a_time
    from pipeline.settings import Settings

    overlap = Overlap(told["overlap"])
    flow_for(Settings(task_runner=told["task_runner"])).serve(
        name=told["name"],
        schedule=Schedule(**told["schedule"]).prefect(),
        parameters=told["parameters"],
        global_limit=one_at_a_time(overlap),
        limit=1 if overlap is Overlap.WAIT else None,
        pause_on_shutdown=False,
        print_starting_message=False,
    )


if __name__ == "__main__":
    main()

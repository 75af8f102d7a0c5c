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
    from pipeline.settings import Settings

    flow_for(Settings(task_runner=told["task_runner"])).serve(
        name=told["name"],
        schedule=Schedule(**told["schedule"]).prefect(),
        parameters=told["parameters"],
        limit=1,
        pause_on_shutdown=False,
        print_starting_message=False,
    )


if __name__ == "__main__":
    main()

"""The page at which rows are judged: a small application on this machine, over the desk of `pipeline/corrections`."""

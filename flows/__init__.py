"""What starts work: the Prefect flow and the command line, thin over the pipeline."""

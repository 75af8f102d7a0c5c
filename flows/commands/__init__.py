"""The commands of the command line, one module each; :mod:`flows.cli` loads a module when its command is called."""

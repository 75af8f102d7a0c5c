"""What the commands of the command line do; a module is loaded when its command is called (:mod:`flows.command`)."""

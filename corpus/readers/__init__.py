"""Readers, one a format, chosen by what a file is and registered as entry points ``ionmine.readers``."""

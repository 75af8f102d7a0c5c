"""A review of our own writing on real electrolytes, its typeset PDF and its complete gold."""

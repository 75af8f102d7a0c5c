"""Which material, temperature and citation a value of a text belongs to."""

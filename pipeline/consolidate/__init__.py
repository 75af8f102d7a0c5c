"""From the parts of single documents to the tables over all of them."""

"""What is found in a document: quantities, materials, and the records made of them."""

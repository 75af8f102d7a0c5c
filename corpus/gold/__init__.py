"""Gold of the supplied reviews as stand-off annotation: character offsets, values and short surfaces, no sentences."""

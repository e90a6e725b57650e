"""Networks by name, and the places a teacher can come from."""

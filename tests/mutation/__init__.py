"""Small errors are planted in `calc`, one at a time, and a test must notice each of them."""

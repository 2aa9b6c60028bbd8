"""What a hospital needs to host the built site: configurations for its web server."""

"""The site on the web servers that hospitals have."""

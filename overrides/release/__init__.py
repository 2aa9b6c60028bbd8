"""What a release holds beside the built site, and how it is packed."""

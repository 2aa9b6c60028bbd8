"""The scripts of the pages and of their workers: modules here, classic scripts in the site."""

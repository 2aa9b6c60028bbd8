"""The benchmark, `make bench`: this site beside other ways to compute in a page, measured alike."""

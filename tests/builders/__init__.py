"""The pages come out the same from MkDocs, ProperDocs and Zensical."""

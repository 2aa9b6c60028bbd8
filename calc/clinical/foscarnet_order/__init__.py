"""An order of foscarnet as it is written, or a pump as it runs, held against the label."""

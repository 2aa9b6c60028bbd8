"""What the benchmark's runs say: medians with their spread, and whether the goals are met."""

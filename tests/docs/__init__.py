"""The pages: every statement has its source, every figure comes from calc, the words are safe."""

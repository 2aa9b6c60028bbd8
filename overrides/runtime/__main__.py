"""`python -m overrides.runtime`: makes the runtime if it is stale, and prints its place."""

from overrides.runtime.build import runtime

if __name__ == "__main__":
    print(f"assets/runtime/{runtime().name}/")

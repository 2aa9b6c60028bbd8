"""`python -m tests.outcomes`: shows what outcomes differ from the stored ones, and stores them."""

from tests.outcomes.stored import changes, now, store, stored


def main() -> None:
    """Prints the changes as a diff, and stores them."""
    after = now()
    changed = changes(stored(), after)
    store(after)
    print("\n".join(changed) or "Every outcome is the one that was stored.")


if __name__ == "__main__":
    main()

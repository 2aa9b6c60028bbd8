"""`python -m tests.present`: shows how pieces of a page are drawn otherwise than stored, and
stores them."""

from difflib import unified_diff

from tests.present.shape import NAMES, SHAPES, shape, stored


def main() -> None:
    """Prints the changes as a diff, and stores them."""
    SHAPES.mkdir(exist_ok=True)
    for file in SHAPES.glob("*.txt"):
        if file.stem not in NAMES:
            file.unlink()
    changed: list[str] = []
    for name in NAMES:
        now = shape(name)
        before = stored(name)
        changed += unified_diff(before.splitlines(), now.splitlines(), name, name, lineterm="", n=1)
        (SHAPES / f"{name}.txt").write_text(now, encoding="utf-8")
    print("\n".join(changed) or "Every piece is drawn as it was stored.")


if __name__ == "__main__":
    main()

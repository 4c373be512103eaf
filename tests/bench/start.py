"""What every command costs before it does anything, and what two commands cost on the five seed pages."""

import tempfile

from processes import kg
from renamed import SEEDS


def main() -> None:
    """Print a table."""
    print(f"{'command':34s} {'seconds':>8s} {'peak MB':>8s}")
    with tempfile.TemporaryDirectory() as out:
        commands = (["--help"], ["extract", str(SEEDS)], ["build", str(SEEDS), "-o", out], ["query", out, "posts"])
        for arguments in commands:
            cost = kg(*arguments)
            print(f"{' '.join(['kg', arguments[0]]):34s} {cost.seconds:8.2f} {cost.memory:8.0f}")


if __name__ == "__main__":
    main()

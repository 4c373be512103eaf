"""`make bench`: how good on damaged pages; prints a table."""

from statistics import mean

from kg.train import noise
from kg.train.annotation import DEV, AnnotatedText, read_folder
from kg.train.evaluate import ALL, evaluate, extracted

SHARES, SEEDS = (0.0, 0.02, 0.05, 0.1), (1, 2, 3)


def main() -> None:
    """Print the mention F1 on the development pages with a share of their Chinese characters damaged."""
    pages = list(read_folder(DEV))
    print(f"{'mention F1, characters damaged':34s}{''.join(f'{share:8.0%}' for share in SHARES)}")
    for damage in (noise.wrong_characters, noise.mixed_damage):
        figures = (
            mean(mention_f1([damage(page, share, seed) for page in pages]) for seed in SEEDS) for share in SHARES
        )
        print(f"{damage.__name__.replace('_', ' '):34s}{''.join(f'{figure:8.3f}' for figure in figures)}")


def mention_f1(pages: list[AnnotatedText]) -> float:
    """What `kg evaluate` says of mentions."""
    return evaluate(pages, extracted(pages)).mentions[ALL].f1


if __name__ == "__main__":
    main()

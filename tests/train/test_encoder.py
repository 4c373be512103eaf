"""The encoder with random weights: shapes, and what one character can know of the others."""

from pathlib import Path

import pytest
import torch
from torch import Tensor

from kg.train.encoder import DIM, POSITIONS, Block, Encoder, load, save

SIZE, LAYERS = 20, 2


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    torch.manual_seed(5)
    return Encoder(SIZE, LAYERS).eval()


def read(encoder: Encoder, *texts: list[int]) -> Tensor:
    with torch.no_grad():
        found: Tensor = encoder(torch.tensor(texts))
    return found


@pytest.mark.parametrize("length", [1, 7, POSITIONS])
def test_every_character_gets_a_vector_up_to_the_longest_stretch(length: int, encoder: Encoder) -> None:
    found = read(encoder, [3] * length, [4] * length)
    assert found.shape == (2, length, DIM)
    assert torch.isfinite(found).all()


def test_longer_stretches_are_refused(encoder: Encoder) -> None:
    with pytest.raises(RuntimeError):
        read(encoder, [3] * (POSITIONS + 1))


def test_texts_of_a_batch_do_not_see_each_other(encoder: Encoder) -> None:
    one, other = [1, 2, 3, 4], [9, 8, 7, 6]
    assert torch.allclose(read(encoder, one, other)[0], read(encoder, one)[0], atol=1e-5)


def test_a_character_means_something_else_elsewhere_and_next_to_others(encoder: Encoder) -> None:
    alike = read(encoder, [5] * 9)[0]
    assert not torch.allclose(alike[3], alike[5], atol=1e-3)
    far = read(encoder, [5] * 8 + [6])[0]
    assert not torch.allclose(alike[0], far[0], atol=1e-4)


def test_what_is_known_of_a_character_changes_what_it_and_others_mean(encoder: Encoder) -> None:
    known = torch.zeros(1, 6, DIM)
    with torch.no_grad():
        assert torch.equal(encoder(torch.tensor([[5] * 6]), known), read(encoder, [5] * 6))
        known[0, 2] = torch.arange(DIM) / DIM
        told = encoder(torch.tensor([[5] * 6]), known)
    assert not torch.allclose(told[0, 5], read(encoder, [5] * 6)[0, 5], atol=1e-4)


def test_a_block_attends_as_torch_does() -> None:
    torch.manual_seed(5)
    block, x = Block().eval(), torch.randn(2, 6, DIM)
    with torch.no_grad():
        parts = block.qkv(block.n1(x)).view(2, 6, 3, 4, DIM // 4).permute(2, 0, 3, 1, 4)
        heard = torch.nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2])
        between = x + block.o(heard.transpose(1, 2).reshape(2, 6, DIM))
        expected = between + block.f2(torch.relu(block.f1(block.n2(between))))
        assert torch.allclose(block(x), expected, atol=1e-5)


def test_what_is_saved_is_read_again_in_half_precision(encoder: Encoder, tmp_path: Path) -> None:
    save(encoder, tmp_path / "encoder.npz")
    again = load(Encoder(SIZE, LAYERS), tmp_path / "encoder.npz").state_dict()
    for name, weights in encoder.state_dict().items():
        assert again[name].dtype == torch.float32
        assert torch.equal(again[name], weights.half().float())


def test_weights_of_another_alphabet_are_refused(encoder: Encoder, tmp_path: Path) -> None:
    save(encoder, tmp_path / "encoder.npz")
    with pytest.raises(RuntimeError, match="size mismatch"):
        load(Encoder(SIZE + 1, LAYERS), tmp_path / "encoder.npz")

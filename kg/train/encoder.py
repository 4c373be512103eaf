"""A small character encoder: a Transformer (Vaswani et al. 2017, layer norm first) over characters with neighbours."""

from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

DIM, HEADS, POSITIONS = 256, 4, 512
_Network = TypeVar("_Network", bound=nn.Module)


class Block(nn.Module):
    """Attention and a feed-forward layer."""

    def __init__(self) -> None:
        super().__init__()
        self.n1, self.n2 = nn.LayerNorm(DIM), nn.LayerNorm(DIM)
        self.qkv, self.o = nn.Linear(DIM, 3 * DIM), nn.Linear(DIM, DIM)
        self.f1, self.f2 = nn.Linear(DIM, 4 * DIM), nn.Linear(4 * DIM, DIM)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, length, DIM) to the same shape."""
        batch, length, _ = x.shape
        heads = self.qkv(self.n1(x)).view(batch, length, 3, HEADS, DIM // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = heads[0], heads[1], heads[2]
        # Written out: on a CPU this is three times as fast as torch's fused attention at this size.
        weights = torch.softmax(torch.matmul(query * (DIM // HEADS) ** -0.5, key.transpose(-1, -2)), -1)
        x = x + self.o(torch.matmul(weights, value).transpose(1, 2).reshape(batch, length, DIM))
        result: Tensor = x + self.f2(functional.relu(self.f1(self.n2(x))))
        return result


class Encoder(nn.Module):
    """Character numbers (batch, length) to what they mean where they stand (batch, length, DIM)."""

    def __init__(self, size: int, layers: int) -> None:
        super().__init__()
        self.e, self.p = nn.Embedding(size, DIM), nn.Embedding(POSITIONS, DIM)
        self.c = nn.Conv1d(DIM, DIM, 3, padding=1, groups=4)
        self.b = nn.ModuleList(Block() for _ in range(layers))
        self.n = nn.LayerNorm(DIM)

    def forward(self, characters: Tensor, known: Tensor | None = None) -> Tensor:
        """Read stretches of at most 512 characters; `known` (batch, length, DIM) is what one knows of them before."""
        x = self.e(characters)
        x = x + self.c(x.transpose(1, 2)).transpose(1, 2) + self.p.weight[: characters.shape[1]]
        if known is not None:
            x = x + known
        for block in self.b:
            x = block(x)
        result: Tensor = self.n(x)
        return result


def save(network: nn.Module, path: Path) -> None:
    """Write the weights of a network in half precision."""
    np.savez(path, **{name: value.numpy().astype(np.float16) for name, value in network.state_dict().items()})


def load(network: _Network, path: Path) -> _Network:
    """The network with the weights of a file."""
    with np.load(path) as weights:
        network.load_state_dict({name: torch.from_numpy(weights[name].astype(np.float32)) for name in weights.files})
    return network

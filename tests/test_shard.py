"""Shards: what `k/n` means, and that every visit is in exactly one."""

from __future__ import annotations

import pytest

from a11ycheck.model import Variant, Visit
from a11ycheck.shard import Shard


@pytest.mark.parametrize("text", ["", "1", "0/2", "3/2", "a/b", "1/0", "-1/2", "1/2/3", "1.5/2", "٢/٤"])
def test_what_is_no_shard_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="write k/n"):
        Shard.parse(text)


def test_a_shard_is_read_and_written_the_same() -> None:
    assert str(Shard.parse(" 2/4 ")) == "2/4"
    assert Shard.parse("1/1").is_whole
    assert not Shard.parse("2/4").is_whole


def test_every_visit_is_in_one_shard_and_its_variants_with_it() -> None:
    shards = [Shard(number, 4) for number in range(1, 5)]
    sizes = dict.fromkeys(shards, 0)
    for order in range(400):
        visit = Visit(order=order, url=f"http://127.0.0.1:{order}/p{order}.html")
        dark = visit.model_copy(update={"variant": Variant(color_scheme="dark"), "order": order + 400})
        (mine,) = [shard for shard in shards if shard.has(visit, f"docs/p{order}.html")]
        assert mine.has(dark, f"docs/p{order}.html")
        sizes[mine] += 1
    assert min(sizes.values()) > 60


def test_the_choice_never_changes() -> None:
    visit = Visit(order=0, url="http://127.0.0.1:1/")
    assert [Shard(k, 3).has(visit, "docs/guide/index.html") for k in (1, 2, 3)] == [True, False, False]

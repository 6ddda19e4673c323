"""Edits of pages for property tests: unrelated ones, which never make a barrier, and planted barriers."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Collection

from bs4 import BeautifulSoup, Comment, NavigableString, Tag

Edit = Callable[[BeautifulSoup, list[Tag], random.Random], None]


def text_blocks(soup: BeautifulSoup, barriers: Collection[Tag]) -> list[Tag]:
    """Paragraphs outside navigation, visible as far as the markup tells, that hold no barrier and stand in none."""
    within = [one for one in barriers if one.name not in ("html", "body", "main")]
    near = {id(tag) for one in within for tag in (one, *one.parents, *one.descendants) if tag.name == "p"}
    found = []
    for block in soup.select("body p"):
        hidden = block.find_parent(
            lambda tag: tag.has_attr("hidden") or tag.name in ("noscript", "template", "details")
        )
        if id(block) not in near and not hidden and block.get_text(strip=True) and not block.find_parent("nav"):
            found.append(block)
    return found


def new(soup: BeautifulSoup, markup: str) -> Tag:
    tag = BeautifulSoup(markup, "html.parser").find(True)
    assert isinstance(tag, Tag)
    return tag.extract()


def add_text(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    chance.choice(blocks).insert_after(new(soup, "<p>Some more words that say nothing of importance.</p>"))


def add_heading(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    chance.choice(blocks).insert_before(new(soup, f"<h2>Part {chance.randrange(100)}</h2>"))


def add_image_with_text(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    chance.choice(blocks).insert_after(new(soup, '<p><img src="fine.png" alt="A diagram of the parts"></p>'))


def wrap(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    for block in chance.sample(blocks, min(3, len(blocks))):
        block.wrap(new(soup, f'<div class="box-{chance.randrange(16**6):06x}"></div>'))


def change_classes(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    every = soup.select("body *")
    for tag in chance.sample(every, max(1, len(every) // 4)):
        tag["class"] = (
            [*tag.get_attribute_list("class"), f"css-{chance.randrange(16**6):06x}"]
            if tag.get("class")
            else ["css-1a2b3c"]
        )
        tag["data-build"] = str(chance.random())


def change_numbers(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    for text in soup.body.find_all(string=re.compile(r"\d")) if soup.body else []:
        if text.parent.name not in ("script", "style") and type(text) is NavigableString:
            text.replace_with(re.sub(r"\d+", lambda _: str(chance.randrange(1, 999)), text))


def swap_neighbours(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    block = chance.choice(blocks)
    after = block.find_next_sibling("p")
    if after:
        block.insert_before(after.extract())


def remove_text(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    plain = [block for block in blocks if not block.find(True) and not block.has_attr("id")]
    if plain:
        chance.choice(plain).extract()


def add_comment_and_space(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    block = chance.choice(blocks)
    block.insert_before(Comment(" built yesterday "))
    block.insert_after(NavigableString("\n\n   \n"))


def become_main(soup: BeautifulSoup, blocks: list[Tag], chance: random.Random) -> None:
    """Give a page without landmarks a main one around everything."""
    if not soup.select_one("main, [role=main], nav, header, footer, aside") and soup.body:
        main = new(soup, "<main></main>")
        for child in list(soup.body.contents):
            main.append(child.extract())
        soup.body.append(main)


UNRELATED: tuple[Edit, ...] = (
    add_text, add_heading, add_image_with_text, wrap, change_classes, change_numbers, swap_neighbours, remove_text,
    add_comment_and_space, become_main,
)  # fmt: skip

BARRIERS = (
    '<p><img src="planted.png"></p>',
    '<p><button type="button"></button></p>',
    '<p><a href="planted.html"></a></p>',
    '<p><input type="text"></p>',
    "<p><select><option>One</option></select></p>",
    '<p style="color: #bbb; background: #fff">Hardly to be read by many</p>',
    '<div role="button" tabindex="0" style="width: 20px; height: 20px"></div>',
    '<div role="img" style="width: 20px; height: 20px"></div>',
    '<p><input type="image" src="planted.png"></p>',
)


def plant(soup: BeautifulSoup, blocks: list[Tag], barriers: list[Tag], chance: random.Random) -> str:
    """Put one barrier in, perhaps as a copy of one that is there, perhaps while one is mended. Returns what was done."""
    ways = ["new", "new", "language"] + (["copy", "new for old"] if barriers else [])
    way = chance.choice(ways)
    if way == "language" and soup.html and soup.html.get("lang"):
        del soup.html["lang"]
        return "language taken away"
    if way == "copy":
        plain = [one for one in barriers if one.name in ("img", "button", "a", "input", "select")]
        if plain:
            one = chance.choice(plain)
            one.insert_after(copy.copy(one))
            return f"copy of {one}"[:200]
    markup = chance.choice(BARRIERS)
    chance.choice(blocks).insert_after(new(soup, markup))
    if way == "new for old":
        gone = next((one for one in barriers if one.name not in ("html", "body", "main")), None)
        if gone is not None and gone.name not in markup:
            gone.extract()
    return f"{way}: {markup}"

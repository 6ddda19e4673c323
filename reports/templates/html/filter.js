for (const box of document.querySelectorAll(".filter")) {
  const items = [...document.querySelectorAll("." + box.dataset.items)].map((item) => [item, item.textContent.toLowerCase()]);
  const field = box.querySelector("input");
  const said = box.querySelector("[role=status]");
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      shown += !item.hidden;
    }
    said.textContent = box.dataset.told.replace("{shown}", shown).replace("{all}", items.length);
  });
  box.hidden = false;
}

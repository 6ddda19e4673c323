// What a state of a page can differ in for a person: its title, visible texts, what fields hold, what is
// chosen or open. The address is none of it: a route may change it and show the old state.
() => {
  // A form's fields may hide its properties.
  const { getAttributeNames: names, getAttribute: value } = Element.prototype;
  const texts = [];
  const states = [];
  const walk = (root) => {
    const all = root.querySelectorAll("*");
    texts.push(root.body ? root.body.innerText : root.textContent);
    for (const element of all) {
      const held = "value" in element ? element.value : "";
      const own = names.call(element).filter((name) => /^(open|class|style|hidden|aria-.*)$/.test(name)).map((name) => name + "=" + value.call(element, name));
      states.push([element.localName, held, element.checked, element.selected, ...own].join());
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return JSON.stringify([document.title, texts, states]);
};

// Markup that may be there for its looks: indented blocks that are no quotations, preformatted prose and drawings.
(tree, names, place) => {
  const { clean } = tree;
  const QUOTED = /["“”„«»‘]|[—–-]\s*\p{Lu}[\p{L}.]+(?:\s\p{L}+)*\s*$/u;
  const block = (e) => {
    const text = clean(e.textContent);
    if (!text || !tree.exposed(e) || e.hasAttribute("cite") || e.querySelector("cite,footer,q") || QUOTED.test(text.slice(0, 2)) || QUOTED.test(text.slice(-60))) return null;
    const parts = [...e.querySelectorAll("ul,ol,dl,table,pre,figure,img")].filter((one) => one.parentElement.closest("ul,ol,dl,table,pre,figure,blockquote") === e);
    if (!parts.length) return null;
    const rest = parts.reduce((left, one) => left - clean(one.textContent).length, text.length);
    return rest < 4 ? { at: place(e), holds: parts[0].localName, text: text.slice(0, 80) } : null;
  };
  const SENTENCE = /^\s*\p{Lu}?[\p{L}\p{N}’'",;:()\s-]+[.!?]?\s*$/u;
  // A box of its own in a line; a row of cells is the output of a program.
  const BORDER = /(?:^|\s)\+[-=]{3,}\+(?:\s|$)|[┌└├╔╚╠][─═]{2,}|^\s*(?:\.-{3,}\.|'-{3,}')\s*$/;
  const preformatted = (e) => {
    if (!tree.exposed(e) || e.closest("figure[aria-label],[role=img]") || tree.explicitRole(e) === "img" || e.isContentEditable) return null;
    const lines = e.textContent.split("\n").filter((line) => line.trim());
    const borders = lines.filter((line) => BORDER.test(line)).length;
    if (lines.length >= 3 && borders >= 2) return { at: place(e), kind: "drawing", lines: lines.length, text: clean(lines[0]).slice(0, 80) };
    if (lines.length < 4 || e.querySelector("code,samp,kbd,span,a") || e.closest("code,[class*=highlight],[class*=code]")) return null;
    const words = (line) => (line.match(/\p{L}{2,}/gu) || []).length;
    const prose = lines.filter((line) => SENTENCE.test(line) && words(line) >= 6 && !/\s{3,}\S/.test(line.trim())).length;
    const sentences = (clean(e.textContent).match(/\p{Ll}[.!?](?:\s+\p{Lu}|\s*$)/gu) || []).length;
    return prose / lines.length >= 0.8 && sentences >= 2 ? { at: place(e), kind: "prose", lines: lines.length, text: clean(lines[0]).slice(0, 80) } : null;
  };
  const looks = () => ({
    count: document.querySelectorAll("blockquote,pre").length,
    quotes: [...document.querySelectorAll("blockquote")].slice(0, 200).map(block).filter(Boolean).slice(0, 40),
    preformatted: [...document.querySelectorAll("pre")].slice(0, 300).map(preformatted).filter(Boolean).slice(0, 40),
  });
  return { looks };
}

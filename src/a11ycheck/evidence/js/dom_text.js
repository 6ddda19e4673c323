// Text by declared language, and passages whose words are unlike the rest of the page (candidates for an undeclared language).
(tree, names, place) => {
  const { clean, parent } = tree;
  const short = (text, size) => (text.length > size ? text.slice(0, size) : text);
  const BLOCK = new Set(("p li td th dd dt h1 h2 h3 h4 h5 h6 figcaption caption blockquote article section nav div form body main aside header " +
    "footer label legend summary option button").split(" "));
  const NOT_PROSE = "pre,code,kbd,samp,var,tt,script,style,noscript,template,textarea,[translate=no],.notranslate,math,address";
  const letters = (text) => (text.match(/\p{L}/gu) || []).length;
  const words = (text) => text.toLowerCase().match(/\p{L}{2,}/gu) || [];
  const declared = (e) => {
    for (let at = e; at; at = parent(at)) {
      const tag = at.getAttribute("lang") ?? at.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang");
      if (tag !== null) return at;
    }
    return null;
  };
  const tag = (e) => (e ? e.getAttribute("lang") ?? e.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang") : "");
  const sample = (parts, limit) => {
    const out = [];
    let size = 0;
    const step = Math.max(1, Math.floor(parts.length / 60));
    for (let index = 0; index < parts.length && size < limit; index += step) {
      out.push(short(parts[index], 300));
      size += Math.min(300, parts[index].length);
    }
    return out.join("\n");
  };

  // `chunks`: [element, text] in document order, text exposed to people; `spoken`: [element, text] of names that are text of an image or field.
  const languages = (chunks, spoken) => {
    const owners = new Map();
    const blocks = new Map();
    for (const [e, text] of chunks) {
      if (e.closest(NOT_PROSE)) continue;
      const owner = declared(e);
      if (!owners.has(owner)) owners.set(owner, { parts: new Map(), spoken: [] });
      let up = e;
      while (!BLOCK.has(up.localName) && up !== owner && parent(up)) up = parent(up);
      const { parts } = owners.get(owner);
      parts.set(up, (parts.get(up) || "") + " " + text);
      if (!blocks.has(up)) blocks.set(up, owner);
    }
    for (const [e, text] of spoken) {
      const owner = declared(e);
      if (!owners.has(owner)) owners.set(owner, { parts: new Map(), spoken: [] });
      owners.get(owner).spoken.push(text);
    }
    const list = [];
    for (const [owner, { parts, spoken: texts }] of owners) {
      if (list.length >= 200) break;
      const all = [...parts.values()].map(clean).filter(Boolean);
      const root = owner === document.documentElement;
      list.push({
        at: owner ? place(owner) : null, lang: owner ? tag(owner) : null, root, letters: letters(all.join(" ")),
        text: sample(all, root || !owner ? 4000 : 800), spoken: short(texts.join("\n"), 400),
      });
    }
    return { languages: list, passages: passages(owners), sensory: sensory(owners), coloured: coloured(owners) };
  };
  const SENSORY = new RegExp(
    "\\b(?:(?:click|press|select|choose|tap|hit|use|push|activate|see|read|find|open|follow)\\b[^.!?]{0,60}\\b(?:round|circular|square|rectangular|triangular|" +
      "oval|large|big|small|red|green|blue|yellow|orange|purple|gr[ae]y|black|white|pink|left|right|top|bottom|upper|lower)(?:-hand|most)?\\b[^.!?]{0,40}" +
      "\\b(?:buttons?|icons?|links?|menus?|tabs?|box(?:es)?|fields?|columns?|panels?|pages?|images?|sides?|corners?|text|arrows?)\\b)", "i");
  const PLACED = new RegExp(
    "\\b(?:click|press|select|choose|tap|hit|use|push|activate|open|follow)\\b[^.!?]{0,60}\\b(?:menu|lists?|links?|buttons?|panel|sidebar|column|navigation|box|form|icons?|" +
      "tabs?|options?)\\b[^.!?]{0,30}\\b(?:on|to|at|in) (?:the|your) (?:far |upper |lower |top |bottom )?(?:left|right)(?:-hand)?\\b", "i");
  const sensory = (owners) => {
    const out = [];
    for (const [owner, { parts }] of owners) {
      if (owner && !/^en\b/i.test(tag(owner))) continue;
      for (const [e, text] of parts) {
        const found = out.length < 20 && text.length < 4000 && (clean(text).match(SENSORY) || clean(text).match(PLACED));
        // A name in quotation marks tells which one is meant.
        const named = found && /["“„«‘']\p{L}[^"”“»’']*["”“»’']/u.test(clean(text).slice(found.index).split(/[.!?](?:\s|$)/)[0]);
        if (found && !named) out.push({ at: place(e), text: short(found[0], 200) });
      }
    }
    return out;
  };
  const HUE = "(?:red|green|blue|yellow|orange|purple|pink|gr[ae]y|brown)";
  const THING = "(?:fields?|items?|entries|names?|dates?|rows?|cells?|columns?|words?|links?|answers?|questions?|options?|areas?|bars?|labels?|lines?|" +
    "products?|seats?|rooms?|days?|errors?|numbers?|values?|prices?|dots?|sections?|those|ones)";
  const COLOURED = new RegExp(
    `\\b${THING} (?:(?:that|which) )?(?:(?:is|are|will be|appear|appears) )?(?:shown |marked |highlighted |printed |displayed |written |colou?red |indicated |outlined )?` +
      `(?:in )?(?:the colou?r )?${HUE}(?: text| letters| type)?(?= (?:is|are|must|have|has|need|needs|mean|means|show|shows)\\b|[.;!]|$)|` +
      `\\b${HUE} ${THING} (?:are|is|must|have|need|mean|means|indicate|indicates|show|shows)\\b`, "i");
  // A second sign besides the colour.
  const SIGN = /[*＊†‡]|asterisk|\bstar\b|\bicon|\bbold|italic|underlin|symbol|\blabel(?:led|ed)\b|\bword\b|\bsign\b/i;
  const coloured = (owners) => {
    const out = [];
    for (const [owner, { parts }] of owners) {
      if (owner && !/^en\b/i.test(tag(owner))) continue;
      for (const [e, text] of parts) {
        if (out.length >= 20 || text.length >= 4000 || e.closest("pre,code,samp,kbd")) continue;
        const sentence = clean(text).split(/(?<=[.!?])\s/).find((one) => COLOURED.test(one) && !SIGN.test(one));
        if (sentence) out.push({ at: place(e), text: short(sentence, 200) });
      }
    }
    return out;
  };
  const passages = (owners) => {
    const out = [];
    for (const [owner, { parts }] of owners) {
      const counts = new Map();
      let total = 0;
      const texts = [...parts].map(([e, text]) => [e, clean(text), words(text)]);
      for (const [, , list] of texts) {
        total += list.length;
        for (const word of new Set(list)) counts.set(word, (counts.get(word) || 0) + 1);
      }
      if (total < 30) continue;
      const common = new Set([...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]).slice(0, 60).map(([word]) => word));
      for (const [e, text, list] of texts) {
        const hits = list.filter((word) => common.has(word)).length;
        if (list.length >= 12 && hits / list.length < 0.12 && out.length < 30) out.push({ at: place(e), lang: owner ? tag(owner) : null, text: short(text, 400) });
      }
    }
    return out;
  };
  return { languages };
}

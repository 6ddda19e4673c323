// Pictures of formats that can move, with their bytes. `lib` is locate.js. Takes {most, bytes}.
(lib) => async ({ most, bytes }) => {
  const MOVING = /^data:image\/(gif|webp|apng)|\.(gif|webp|apng)([?#]|$)/i;
  const STOPS = /\b(pause|stop|play|hide|freeze|anhalten|motion|animation)\b/i;
  const LEAST = 24;
  const visible = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const address = (e) => {
    if (e.localName === "img") return e.currentSrc || e.src;
    if (e.localName === "input") return e.src;
    const picture = getComputedStyle(e).backgroundImage.match(/^url\("([^"]+)"\)/);
    return picture ? picture[1] : "";
  };
  const read = async (url) => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    const blob = await answer.blob();
    if (!answer.ok || blob.size > bytes) return null;
    return await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.split(",")[1] || null);
      reader.onerror = () => resolve(null);
      reader.readAsDataURL(blob);
    });
  };
  const found = [];
  const seen = new Set();
  const roots = [document];
  for (const root of roots) {
    for (const e of root.querySelectorAll("*")) {
      if (e.shadowRoot) roots.push(e.shadowRoot);
      const url = ["img", "input"].includes(e.localName) || e.style?.backgroundImage || e.classList.length || e.id ? address(e) : "";
      const box = e.getBoundingClientRect();
      if (!url || !MOVING.test(url) || seen.has(url) || !visible(e) || box.width < LEAST || box.height < LEAST || found.length >= most) continue;
      seen.add(url);
      let data = null;
      try {
        data = await read(url);
      } catch (error) {
        continue; // another site does not let its pictures be read
      }
      const whole = lib.clean((document.body && document.body.innerText) || "").length;
      const near = lib.parent(e) || e;
      found.push({
        place: lib.locate(e), file: url.startsWith("data:") ? "" : url.split(/[?#]/)[0].split("/").pop().slice(0, 80), data,
        size: [Math.round(box.width), Math.round(box.height)],
        busy: /spinner|loading|loader|progress|ajax/i.test(`${url.slice(0, 300)} ${e.id} ${e.getAttribute("class") || ""} ${e.getAttribute("alt") || ""}`),
        controls: [...near.querySelectorAll("button,[role=button],input[type=checkbox],summary")].filter(visible).length + (e.closest("button,[role=button],summary") ? 1 : 0),
        alone: whole < 20,
      });
    }
  }
  const stoppers = [...document.querySelectorAll("button,[role=button],a[href],input,summary")].filter((e) => visible(e) && STOPS.test(`${lib.name(e)} ${e.title}`));
  return { images: found, stoppers: stoppers.length };
}

const PATHS = {
  plus: "M12 5v14M5 12h14",
  send: "M3 20 21 12 3 4v6l11 2-11 2z",
  smile: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.500 14.500c1.500 2.500 5.500 2.500 7 0M9 9.500v.5M15 9.500v.5",
  down: "m6 9 6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
};

/** A picture for sighted people only; the name belongs to the control around it. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

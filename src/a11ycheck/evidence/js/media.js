// Audio and video elements that start by themselves: how long they sound, and what could stop them.
// `lib` is locate.js. The sound is decoded here from the file, since browsers may refuse to play it unasked.
(lib) => {
  const MOST_BYTES = 30_000_000, LOUD = 0.001, STEP = 0.1;
  const STOPS = /\b(pause|stop|mute|sound|audio|music|volume|silence|playback|ton|anhalten|son|couper|sonido|pausa|silenciar)\b/i;
  const visible = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 0;
  const everything = (root, found = []) => {
    for (const e of root.querySelectorAll("audio,video")) found.push(e);
    for (const e of root.querySelectorAll("*")) if (e.shadowRoot) everything(e.shadowRoot, found);
    return found;
  };
  const ready = (media) => media.readyState > 0 || media.error || media.networkState === 3 ? true : new Promise((resolve) => {
    for (const name of ["loadedmetadata", "error"]) media.addEventListener(name, () => resolve(true), { once: true });
    setTimeout(() => resolve(false), 3000);
  });
  const part = (media) => {
    const [, from = "0", to = ""] = (media.currentSrc.match(/#.*?\bt=(?:npt:)?([\d.]*)(?:,([\d.]+))?/) || []);
    return [parseFloat(from) || 0, to ? parseFloat(to) : Infinity];
  };
  // Seconds from the start of the part that plays to its last sound; null when the file could not be read or decoded.
  const sounding = async (media) => {
    try {
      const bytes = await (await fetch(media.currentSrc.split("#")[0])).arrayBuffer();
      if (bytes.byteLength > MOST_BYTES) return null;
      const sound = await new OfflineAudioContext(1, 8000, 8000).decodeAudioData(bytes);
      const [from, to] = part(media);
      const channels = Array.from({ length: sound.numberOfChannels }, (_, n) => sound.getChannelData(n));
      let last = 0;
      for (let at = from; at < Math.min(to, sound.duration); at += STEP) {
        const begin = Math.floor(at * sound.sampleRate), end = Math.floor((at + STEP) * sound.sampleRate);
        if (channels.some((samples) => samples.slice(begin, end).some((value) => Math.abs(value) > LOUD))) last = at + STEP - from;
      }
      return Math.round(last * 10) / 10;
    } catch (error) {
      return null;
    }
  };
  // A file that is not there; one that the browser cannot play is there all the same.
  const missing = async (media) => {
    const source = media.currentSrc || (media.querySelector("source") || {}).src;
    if (!source) return true;
    if (!media.error && media.networkState !== 3) return false;
    try {
      return !(await fetch(source.split("#")[0], { headers: { Range: "bytes=0-0" } })).ok;
    } catch (error) {
      return false;
    }
  };
  const stoppers = () => [...document.querySelectorAll("button,[role=button],a[href],input,summary")].filter((e) => visible(e) && STOPS.test(`${lib.name(e)} ${e.title}`));
  return async () => {
    const found = [];
    for (const media of everything(document)) {
      if (!media.autoplay && media.paused) continue;
      await ready(media);
      const silent = media.muted || media.defaultMuted || media.volume === 0;
      found.push({
        place: lib.locate(media),
        tag: media.localName,
        muted: silent,
        loop: media.loop,
        controls: media.controls && visible(media),
        missing: await missing(media),
        seconds: silent ? 0 : await sounding(media),
        stoppers: stoppers().length,
      });
    }
    return { found, frames: [...document.querySelectorAll("iframe,frame")].map(lib.selector) };
  };
}

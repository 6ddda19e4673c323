// Makes `a11ycheckOwner(element)` of this world tell who answers for an element, innermost match first; null for the product.
// `whole`: the owner of the whole frame, or null.
({ parts, whole }) => {
  const parent = (e) => e.parentElement || (e.getRootNode() instanceof ShadowRoot ? e.getRootNode().host : null);
  globalThis.a11ycheckOwner = (element) => {
    for (let at = element; at; at = parent(at)) {
      const part = parts.find(({ selectors }) => selectors.some((selector) => at.matches(selector)));
      if (part) return part.told;
    }
    return whole;
  };
}

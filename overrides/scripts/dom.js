// Finds elements in pages whose markup is this site's own, where they are known to be there.

/** @type {(place: ParentNode, selector: string) => HTMLElement} */
export const one = (place, selector) => /** @type {HTMLElement} */ (place.querySelector(selector));

/** @type {(place: ParentNode, selector: string) => HTMLElement[]} */
export const all = (place, selector) => /** @type {any} */ ([...place.querySelectorAll(selector)]);

/** @type {(name: string) => HTMLMetaElement} */
export const meta = (name) => /** @type {any} */ (one(document, `meta[name="${name}"]`));

/** @type {({ target }: Pick<Event, "target">, selector: string) => HTMLElement | null} */
export const closest = ({ target }, selector) => /** @type {Element} */ (target).closest(selector);

/** What scrolls around an element: a pane, or the page. */
export function scrollParent(element: Element): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(parent).overflowY);
    if (scrolls && parent.scrollHeight > parent.clientHeight) return parent;
  }
  return element.ownerDocument.scrollingElement ?? element.ownerDocument.documentElement;
}

/** The part of the viewport in which something that scrolls shows. */
export function viewOf(pane: Element): DOMRect {
  const isPage = pane === pane.ownerDocument.scrollingElement;
  return isPage ? new DOMRect(0, 0, 0, pane.clientHeight) : pane.getBoundingClientRect();
}

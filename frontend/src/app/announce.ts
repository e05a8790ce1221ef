let region: HTMLElement | null = null

/** The element that App keeps for announcements; null when it goes away. */
export function setAnnouncer(element: HTMLElement | null): void {
  region = element
}

/** Says something to people who use a screen reader, when they are done listening: the number of hits, a saved answer. */
export function announce(text: string): void {
  if (!region) return
  // The same text twice must be spoken twice, so the old one is taken away first.
  region.textContent = ''
  const target = region
  requestAnimationFrame(() => {
    target.textContent = text
  })
}

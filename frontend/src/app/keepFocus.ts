/**
 * A control that has done its work often goes away with it: "Confirm", a row's "Remove". Focus would then be nowhere,
 * and a screen reader silent. It goes to the heading of the nearest part that still stands instead.
 * A page that is left for one that is still being fetched is not its business: that one's heading takes focus when it comes.
 * Returns what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let held: Element | null = null
  let around: Element[] = []

  const hold = ({ target }: Event) => {
    if (!(target instanceof Element)) return
    held = target
    around = []
    for (let at = target.parentElement; at && at !== root; at = at.parentElement) around.push(at)
  }
  const look = () => {
    if (!held || held.isConnected || document.activeElement !== document.body) return
    held = null
    const heading = around.filter((one) => root.contains(one)).flatMap((one) => one.querySelector<HTMLElement>('h1, h2, h3') ?? [])[0] ?? root.querySelector<HTMLElement>('h1')
    if (!heading) return
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    heading.scrollIntoView({ block: 'nearest' })
  }

  const observer = new MutationObserver(look)
  observer.observe(root, { childList: true, subtree: true })
  root.addEventListener('focusin', hold)
  return () => {
    observer.disconnect()
    root.removeEventListener('focusin', hold)
  }
}

import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** A box that scrolls when its content is too large: tells when it does, so that it can be reached by keyboard then. */
export function useScrolls<E extends HTMLElement>(): { box: RefObject<E | null>; scrolls: boolean } {
  const box = useRef<E>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const look = () => setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
    const observer = new ResizeObserver(look)
    observer.observe(element)
    // A picture gets its height late, without the box changing its size.
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return { box, scrolls }
}

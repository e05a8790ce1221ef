import type { ComponentChildren } from 'preact'
import './answers.css'

/** Questions and answers to read, one under the other: each an .answer with .answer__name and .answer__value, side by side where there is room. */
export function Answers({ children }: { children: ComponentChildren }) {
  return <dl class="answers">{children}</dl>
}

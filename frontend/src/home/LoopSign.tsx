import type { ComponentChildren } from 'preact'

export const signs = ['answer', 'score', 'common', 'need', 'offer', 'effect'] as const
export type Sign = (typeof signs)[number]

/** Line drawings on a field of 32 by 32: a ticked list, bars, three rings that overlap, a question, a piece that fits, a rising line. */
const drawings: Readonly<Record<Sign, ComponentChildren>> = {
  answer: <path d="M6 9l2 2 4-4M6 17l2 2 4-4M6 25l2 2 4-4M17 9h10M17 17h10M17 25h7" />,
  score: <path d="M5 27h22M8 27v-7h4v7M14 27V14h4v13M20 27V7h4v20" />,
  common: (
    <>
      <circle cx="12" cy="12.5" r="7" />
      <circle cx="20" cy="12.5" r="7" />
      <circle cx="16" cy="20" r="7" />
    </>
  ),
  need: <path d="M5 6h22v16H15l-6 5v-5H5zM13 11.5a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1-1.4 2M16 18.6v.2" />,
  offer: <path d="M5 15h8v-2.5a3 3 0 1 1 6 0V15h8v12H5zM13 27v-2a3 3 0 1 1 6 0v2" />,
  effect: <path d="M5 27h22M6 22l7-6 5 4 8-10M20 9.500h6.500V16" />,
}

/** The sign of a step; its words stand beside it. */
export function LoopSign({ sign }: { sign: Sign }) {
  return (
    <svg class="loop__sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      {drawings[sign]}
    </svg>
  )
}

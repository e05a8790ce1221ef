import type { ComponentChildren } from 'preact'
import { Link } from '~/app/Link'
import './card.css'

export interface CardProps {
  /** Where the whole card leads; the title is the link. */
  to?: string
  title: ComponentChildren
  /** Level of the title in the page's outline. */
  level?: 2 | 3
  children?: ComponentChildren
}

/** One thing of a list that is gone to. Never a card within a card. */
export function Card({ to, title, level = 2, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <div class={to ? 'ds-card card card--link' : 'ds-card card'} data-color="neutral">
      <Heading class="ds-heading" data-size="2xs">
        {to ? <Link to={to}>{title}</Link> : title}
      </Heading>
      {children}
    </div>
  )
}

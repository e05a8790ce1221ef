import type { Round } from './types'

const states: readonly Round['state'][] = ['closed', 'frozen', 'published', 'archived']

/** Whether the answers of a round are in, so that a paper can be made of it. */
export const ripe = ({ state }: Round) => states.includes(state)

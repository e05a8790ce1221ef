import { createStore } from './store'

/** How many error summaries stand on the page now, wherever in it; the window's title tells of them. */
export const shownErrors = createStore(0)

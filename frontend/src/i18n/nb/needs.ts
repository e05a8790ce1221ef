import type { Texts } from '../dictionary'

export default {} as const satisfies Texts

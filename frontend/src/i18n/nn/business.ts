import type { Same } from '../dictionary'
import type nb from '../nb/business'

export default {} satisfies Same<typeof nb>

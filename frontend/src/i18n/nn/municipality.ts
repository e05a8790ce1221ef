import type { Same } from '../dictionary'
import type nb from '../nb/municipality'

export default {} satisfies Same<typeof nb>

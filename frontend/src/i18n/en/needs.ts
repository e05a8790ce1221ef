import type { Same } from '../dictionary'
import type nb from '../nb/needs'

export default {} satisfies Same<typeof nb>

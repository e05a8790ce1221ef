import type { Same } from '../dictionary'
import type nb from '../nb/public'

export default {} satisfies Same<typeof nb>

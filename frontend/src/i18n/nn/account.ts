import type { Same } from '../dictionary'
import type nb from '../nb/account'

export default {} satisfies Same<typeof nb>

import type { Same } from '../dictionary'
import type nb from '../nb/region'

export default {} satisfies Same<typeof nb>

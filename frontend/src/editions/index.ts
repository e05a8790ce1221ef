export { Changes } from './Changes'
export { Editions } from './Editions'
export { OpenForCorrection } from './OpenForCorrection'

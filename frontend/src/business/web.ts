/** A web address as the contract takes it: http or https, no spaces. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text)
}

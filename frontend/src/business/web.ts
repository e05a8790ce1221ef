/** A web address as the contract takes it: http or https, no spaces, and nothing before an @ that looks like the host. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{Z}\p{C}@/?#\\]+([/?#][^\s\p{Z}\p{C}]*)?$/u.test(text)
}

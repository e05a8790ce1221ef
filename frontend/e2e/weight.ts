import type { Visit } from './browser'

/** What a first view took over the wire, headers and all, with nothing kept from before. */
export interface Weight {
  requests: number
  bytes: number
  /** The heaviest parts, to see what to make lighter: "48 kB /assets/inter.woff2". */
  heaviest: string[]
}

/** Weighs one view in a window that has opened nothing yet. The browser itself counts, packed as it came. */
export async function weigh({ page, open }: Visit, path: string): Promise<Weight> {
  const network = await page.context().newCDPSession(page)
  const urls = new Map<string, string>()
  const parts: { url: string; bytes: number }[] = []
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('data:') && !request.url.startsWith('blob:')) urls.set(requestId, request.url)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId)
    if (url) parts.push({ url, bytes: encodedDataLength })
  })
  await network.send('Network.enable')
  await open(path)
  await network.detach()
  parts.sort((a, b) => b.bytes - a.bytes)
  return {
    requests: urls.size,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    heaviest: parts.slice(0, 5).map(({ url, bytes }) => `${Math.round(bytes / 1000)} kB ${new URL(url).pathname}`),
  }
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Service } from './service'

/** The newest letter to an address, with these words in its text where it is about something, waited for at most 20 s; the service under test puts its letters into a folder that it names when it starts. */
export async function letterTo(service: Service, address: string, words = ''): Promise<string> {
  const folder = /put into (.+)/.exec(service.output())?.[1]?.trim()
  if (!folder) throw new Error(`the service did not say where it puts its letters:\n${service.output()}`)
  for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
    // The names sort by time.
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort().reverse()
    for (const name of names) {
      const letter = await readFile(join(folder, name), 'utf8')
      if (letter.includes(`<${address}>`) && letter.includes(words)) return letter
    }
  }
  throw new Error(`no letter to ${address} came:\n${service.output()}`)
}

/** The link with a token in a letter, of which a long line may be broken as mail does it. */
export function linkIn(letter: string): string {
  const link = /https?:\/\/\S+#token=\S+/.exec(letter.replace(/=\r?\n/g, '').replace(/=3D/g, '='))?.[0]
  if (!link) throw new Error(`no link in the letter:\n${letter}`)
  return link
}

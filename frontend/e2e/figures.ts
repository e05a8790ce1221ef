import { inflateRawSync } from 'node:zlib'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The tables of a page or file by what stands above them, as text: the first row has the heads. */
export type Tables = Record<string, string[][]>
/** Texts by what they are about: "13" for a goal, "Gol 13" for a municipality's. Without a figure: "". */
export type Figures = Record<string, string>

/** A figure without the words around it, with the decimals it was written with: "73,6 (Nær målet)" is "73.6"; no figure is "". */
export function bare(text: string | undefined): string {
  return /^[+−-]?[\d\u00a0 ]+(?:[.,]\d+)?/.exec(text?.trim() ?? '')?.[0].replaceAll(/[\u00a0 ]/g, '').replace(',', '.').replace('−', '-') ?? ''
}

/** A number as files write it, with one decimal; more decimals than that are left as they are, and so differ. */
export const oneDecimal = (text: string | number | undefined) => (/^-?\d+$/.test(`${text ?? ''}`) ? `${text ?? ''}.0` : `${text ?? ''}`)

/** The figures of one column, by the first number or the whole text of each row's head. */
export function column(rows: readonly string[][], at: number, key: (head: string) => string = numberOf): Figures {
  return Object.fromEntries(rows.slice(1).map((row) => [key(row[0] ?? ''), bare(row[at])]))
}

export const numberOf = (head: string) => /\d+/.exec(head)?.[0] ?? head

/** A table of places by goals in either direction, as "Gol 13". */
export function crossed(rows: readonly string[][]): Figures {
  const [heads = [], ...lines] = rows
  const found: Figures = {}
  for (const line of lines)
    for (const [i, head] of heads.entries()) {
      if (i === 0) continue
      const [place, goal] = /^\D*\d+ /.test(line[0] ?? '') ? [head, line[0]] : [line[0], head]
      found[`${place ?? ''} ${numberOf(goal ?? '')}`] = bare(line[i])
    }
  return found
}

export async function tableOf(table: Locator): Promise<string[][]> {
  return table.evaluate((element) => [...(element as HTMLTableElement).rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())))
}

/** Reads a table of comma-separated values. */
export function csvOf(text: string): string[][] {
  return text
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
}

/** One file of an archive, by the archive's own list. */
export function unzipped(archive: Buffer, path: string): string {
  for (let at = archive.readUInt32LE(archive.length - 6); archive.readUInt32LE(at) === 0x02014b50; ) {
    const [packed, name, extra, comment, local] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)]
    if (archive.subarray(at + 46, at + 46 + name).toString() === path) {
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const content = archive.subarray(start, start + packed)
      return (archive.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString()
    }
    at += 46 + name + extra + comment
  }
  throw new Error(`the archive has no ${path}`)
}

/** The tables of a page of its own. */
export const tablesOfPage = (page: Page, html: string): Promise<Tables> =>
  page.evaluate((text) => {
    const tables = [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('table')]
    return Object.fromEntries(tables.map((table) => [table.caption?.textContent ?? '', [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''))]))
  }, html.replace(/<style[\s\S]*?<\/style>/g, '')) // which the policy of the page it is read on would not allow

/** The tables of a text document, by the captions that stand above them. */
export const tablesOfDocument = (page: Page, xml: string): Promise<Tables> =>
  page.evaluate((text) => {
    const textOf = (element: Element) => [...element.getElementsByTagName('w:t')].map((run) => run.textContent ?? '').join('')
    const tables = [...new DOMParser().parseFromString(text, 'application/xml').getElementsByTagName('w:tbl')]
    return Object.fromEntries(tables.map((table) => [table.previousElementSibling ? textOf(table.previousElementSibling) : '', [...table.getElementsByTagName('w:tr')].map((row) => [...row.getElementsByTagName('w:tc')].map(textOf))]))
  }, xml)

/** Every form says the same as the first, and the first says something. */
export function expectSame(forms: Record<string, Figures>): void {
  const [[first, wanted] = ['', {}], ...others] = Object.entries(forms)
  expect(Object.values(wanted).filter(Boolean).length, first).toBeGreaterThan(0)
  for (const [form, said] of others) expect.soft(said, `${form} beside ${first}`).toEqual(wanted)
}

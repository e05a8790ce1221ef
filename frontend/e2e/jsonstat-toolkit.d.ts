declare module 'jsonstat-toolkit' {
  interface Cell {
    value: number | null
    status: string | null
  }
  interface Read {
    class: string
    n: number
    size: number[]
    source: string
    role: Record<string, string[]>
    extension: { licence: string }
    link: { item: { href: string; class: string }[] }
    Data: (at: Record<string, string>) => Cell
  }
  export default function JSONstat(document: unknown): Read
}

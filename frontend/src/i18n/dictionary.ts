import type nb from './nb'

/** A text with forms for different counts; which one is used follows Intl.PluralRules and the parameter n. */
export interface Plural {
  readonly one: string
  readonly other: string
}
export type Text = string | Plural

/** What a bokmål file must be: flat, keys to texts. Use `as const satisfies Texts` so that placeholders are known to the compiler. */
export type Texts = Readonly<Record<string, Text>>

/**
 * What the same file must be in another language: exactly the same keys, and
 * plural where bokmål is plural. Use `satisfies Same<typeof nb>`; a missing or
 * superfluous key then fails the build.
 */
export type Same<T extends Texts> = { readonly [K in keyof T]: T[K] extends string ? string : Plural }

type Areas = typeof nb
export type Dictionary = { readonly [A in keyof Areas]: Same<Areas[A]> }

/** Every key there is, as "area.key". */
export type Key = { [A in keyof Areas & string]: `${A}.${keyof Areas[A] & string}` }[keyof Areas & string]

type TextOf<K extends Key> = K extends `${infer A}.${infer Rest}`
  ? A extends keyof Areas
    ? Rest extends keyof Areas[A]
      ? Areas[A][Rest]
      : never
    : never
  : never

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type Placeholder<K extends Key> =
  TextOf<K> extends infer T ? (T extends string ? Names<T> : T extends Plural ? Names<T['one'] | T['other']> | 'n' : never) : never

export type Params = Readonly<Record<string, string | number>>

/** The arguments t() wants after a key: none, or an object with exactly the placeholders of that text. */
export type Arguments<K extends Key> = [Placeholder<K>] extends [never]
  ? []
  : [params: { readonly [P in Placeholder<K>]: P extends 'n' ? number : string | number }]

/** Keys of texts without placeholders: what a table of labels may hold. */
export type PlainKey = { [K in Key]: Arguments<K> extends [] ? K : never }[Key]

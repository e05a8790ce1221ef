// What an escape of RE2 means where JavaScript has none or another one.
const escapes: Readonly<Record<string, string>> = { A: '^', z: '$', a: '\\x07', d: '[0-9]', D: '[^0-9]', w: '[0-9A-Za-z_]', W: '[^0-9A-Za-z_]', s: '[\\t\\n\\f\\r ]', S: '[^\\t\\n\\f\\r ]' }
const inClass: Readonly<Record<string, string>> = {
  a: '\\x07',
  d: '0-9',
  D: '\\0-/:-\\u{10ffff}',
  w: '0-9A-Za-z_',
  W: '\\0-/:-@\\[-^`{-\\u{10ffff}',
  s: '\\t\\n\\f\\r ',
  S: '\\0-\\x08\\x0b\\x0e-\\x1f!-\\u{10ffff}',
}
const named: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\0-\\x7f',
  blank: '\\t ',
  cntrl: '\\0-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t-\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
}
const known = new Map<string, RegExp>()

/**
 * A pattern of RE2, as the server checked it when the form was saved, as JavaScript's: the
 * same texts match. Throws where it is none of RE2's, such as one that looks back.
 */
export function pattern(source: string): RegExp {
  let found = known.get(source)
  if (!found) known.set(source, (found = translate(source)))
  return found
}

function translate(source: string): RegExp {
  const flags = /^\(\?([ims]+)\)/.exec(source)?.[1] ?? ''
  let rest = flags ? source.slice(flags.length + 3) : source
  let out = ''
  const take = (token: RegExp): RegExpExecArray | null => {
    const found = token.exec(rest)
    if (found) rest = rest.slice(found[0].length)
    return found
  }
  while (rest) {
    let found
    if ((found = take(/^\\Q(.*?)(?:\\E|$)/s))) out += literal(found[1] ?? '')
    else if ((found = take(/^\\(.)([0-7]{0,2}|\{\^?\w+\}|\w?)?/s))) out += escaped(found, escapes, (text) => (rest = text + rest))
    else if ((found = take(/^\[(\^?)(\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*)\]/s))) out += `[${found[1]}${members(found[2] ?? '')}]`
    else if ((found = take(/^\(\?P?<(\w+)>/))) out += `(?<${found[1]}>`
    else if (/^\(\?(?!:|[ims]*:)/.test(rest)) throw new SyntaxError(`no pattern of RE2: ${source}`)
    else if ((found = take(/^\(\?[ims]*:|^\(/))) out += found[0]
    else if ((found = take(/^\{\d+(?:,\d*)?\}/))) out += found[0]
    else if ((found = take(/^[{}\]]/))) out += `\\${found[0]}`
    else if (take(/^\./)) out += flags.includes('s') ? '[^]' : '[^\\n]'
    else if (take(/^\^/)) out += flags.includes('m') ? '(?:^|(?<=\\n))' : '^'
    else if (take(/^\$/)) out += flags.includes('m') ? '(?=\\n|$)' : '$'
    else out += (take(/^./su) as RegExpExecArray)[0]
  }
  return new RegExp(out, flags.includes('i') ? 'iu' : 'u')
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** One escape; what it took too much of is given back. */
function escaped([, sign = '', more = '']: RegExpExecArray, meanings: Readonly<Record<string, string>>, giveBack: (text: string) => void): string {
  if (/[pP]/.test(sign)) {
    const negated = more.startsWith('{^')
    const name = more.replace(/[{}^]/g, '')
    const property = /^(?:\p{Lu}[a-z]?|L&)$/u.test(name) ? name : `Script=${name}`
    return `\\${negated === (sign === 'p') ? 'P' : 'p'}{${property}}`
  }
  if (sign === 'x') {
    const hex = /^\{(\w+)\}$/.exec(more)?.[1]
    if (hex) return `\\u{${hex}}`
    giveBack(more)
    return '\\x'
  }
  if (/[0-7]/.test(sign) && (sign === '0' || more)) return `\\u{${parseInt(sign + more, 8).toString(16)}}`
  giveBack(more)
  if (meanings[sign] !== undefined) return meanings[sign]
  if (/[bBfnrtv]/.test(sign)) return sign === 'v' ? '\\x0b' : `\\${sign}`
  if (/[0-9A-Za-z]/.test(sign)) throw new SyntaxError(`no escape of RE2: \\${sign}`)
  if (sign === '-') return meanings === inClass ? '\\-' : '-'
  return literal(sign)
}

function members(text: string): string {
  let rest = text
  let out = ''
  while (rest) {
    const found = /^\[:(\^?)(\w+):\]|^\\(.)([0-7]{0,2}|\{\^?\w+\}|\w?)?|^(.)/su.exec(rest) as RegExpExecArray
    rest = rest.slice(found[0].length)
    const [, negated, name, sign, more, plain] = found
    if (name !== undefined) {
      if (negated || named[name] === undefined) throw new SyntaxError(`no class of RE2: ${name}`)
      out += named[name]
    } else if (sign !== undefined) out += escaped(['', sign, more ?? ''] as unknown as RegExpExecArray, inClass, (back) => (rest = back + rest))
    else out += plain === '-' ? '-' : literal(plain ?? '')
  }
  return out
}

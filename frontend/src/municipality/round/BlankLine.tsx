/** Room on paper for one thing: what is asked, and a line to write on, or words to tick. */
export function BlankLine({ name, ticks = [] }: { name: string; ticks?: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {ticks.map((word) => (
          <span key={word} class="blank__tick">
            ☐ {word}
          </span>
        ))}
      </dd>
    </div>
  )
}

export interface Command {
  readonly id: string
  readonly group: 'screens' | 'actions' | 'activities' | 'sources' | 'meant' | 'add'
  readonly name: string
  /** Words that also find it. */
  readonly also?: string
  readonly keys?: string
  run(): void
}

/** Every word that was typed stands somewhere in the name or beside it, whatever the case; nothing typed finds screens and actions. */
export function findCommands(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return commands.filter(({ group }) => group === 'screens' || group === 'actions')
  return commands.filter(({ name, also = '' }) => {
    const body = `${name} ${also}`.toLowerCase()
    return words.every((word) => body.includes(word))
  })
}

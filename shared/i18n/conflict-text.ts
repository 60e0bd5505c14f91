import type { ConflictPart } from '../contract/allocation.ts'
import type { WayStep } from '../contract/explain.ts'
import { number, rupiah } from './format.ts'
import type { Translator } from './index.ts'
import { unitWord } from './units.ts'

type Named = Pick<ConflictPart, 'line' | 'source' | 'cap'>

/** Which words name a protection: of a line, of a group, or of what a source pays. */
function protectionKey(protection: NonNullable<ConflictPart['protection']>): 'line' | 'source' | 'group' {
  return protection === 'line' || protection === 'source' ? protection : 'group'
}

function groupName(protection: ConflictPart['protection'], { find }: Translator): string {
  return find(`terms.groups.${protection ?? ''}`) ?? ''
}

/** A part of what cannot hold together, in words; the names are those to be shown, a cap by the name of its rule. What is protected is said to be, not called a lock or a target. */
export function conflictText({ kind, protection }: Pick<ConflictPart, 'kind' | 'protection'>, { line = '', source = '', cap = '' }: Named, translator: Translator): string {
  const names = { line, source, cap, group: groupName(protection, translator) }
  return protection === undefined ? translator.t(`budget.allocate.conflict.${kind}`, names) : translator.t(`budget.allocate.conflict.protected.${protectionKey(protection)}`, names)
}

interface StepNames {
  readonly line: string
  readonly rule: string
  /** What the line is cut by, as the plan writes it; empty where it is bought whole. */
  readonly unit: string
}

/** What the least is that a step of a way out takes, as a sentence: rupiah, but for least coverages, which are in the units of their line. */
export function wayText({ kind, unlock, protection, source, from, to }: Pick<WayStep, 'kind' | 'unlock' | 'protection' | 'source' | 'from' | 'to'>, { line, rule, unit }: StepNames, translator: Translator): string {
  const { language } = translator
  const figure = (value: number) => (kind === 'target' ? `${number(value, language)} ${unitWord(unit, language, value)}`.trim() : rupiah(value, language))
  const names = { line, rule, source: source ?? '', from: figure(from), to: figure(to) }
  if (protection === undefined) return translator.t(`explain.ways.${kind === 'lock' && unlock ? 'unlock' : kind}`, names)
  const key = protection === 'source' && unlock ? 'unlock' : protectionKey(protection)
  return translator.t(`explain.ways.protected.${key}`, { ...names, group: groupName(protection, translator) })
}

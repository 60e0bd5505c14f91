import type { RowPlace } from './by-name.ts'
import type { RoundChild } from './own-growth.ts'
import type { RuleId } from './validity-rules.ts'

/** What a rule found about a child. The words fill in its sentence. */
export interface Note {
  readonly rule: RuleId
  readonly child: RoundChild
  readonly words: Readonly<Record<string, string | number>>
}

/** What a rule found about a row of the file that no child came of. */
export interface RowNote extends RowPlace {
  readonly rule: RuleId
  readonly village: string
  readonly posyandu: string
  readonly words: Readonly<Record<string, string | number>>
}

/** What a rule found about a place. */
export interface PlaceNote {
  readonly rule: RuleId
  readonly village: string
  readonly posyandu: string
  readonly words: Readonly<Record<string, string | number>>
}

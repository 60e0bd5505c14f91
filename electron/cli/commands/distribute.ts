import { readFileSync } from 'node:fs'
import { AppError } from '#core/app-error.ts'
import { decodeText } from '#core/workbook/delimited.ts'
import type { Divided, DistributionTerms, Step } from '#shared/contract/distribution.ts'
import { DENOMINATORS, TARGET_GROUPS } from '#shared/domain/target-group.ts'
import { type Language, number, rupiah } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { readLastYear } from '#shared/sheets/read/last-year.ts'
import { type Arguments, parseAmount, parseWhole, UsageError } from '../arguments.ts'
import { absolutePath, changing, defineCommand, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'
import { outFile, writeFile } from './exchange.ts'

const KEYS = [...TARGET_GROUPS, ...DENOMINATORS] as const
/** Short words for the usual measures. */
const ALIASES: Readonly<Record<string, (typeof KEYS)[number]>> = { cases: 'stunted', severe: 'severely_stunted', children: 'targeted' }

function measures(text: string): DistributionTerms['measures'] {
  return text.split(',').map((part) => {
    const [name = '', weight = ''] = part.split('=').map((word) => word.trim())
    const key = ALIASES[name] ?? KEYS.find((one) => one === name)
    if (!key) throw new AppError('group_unknown', { group: name, known: [...Object.keys(ALIASES), ...KEYS] })
    return { key, weight: parseWhole('--weights', weight, 0, 100) }
  })
}

/** @throws AppError file_not_found, amount_invalid with the line that cannot be read */
function lastYear(file: string, language: Language): Record<string, number> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    throw new AppError('file_not_found', { file })
  }
  const { last, bad } = readLastYear(decodeText(bytes).replace(/^\uFEFF/, ''), language)
  if (bad !== null) throw new AppError('amount_invalid', { field: '--last', value: bad, expected: '35.05.07.2001;400.000.000' })
  return last
}

function termsOf(args: Arguments, language: Language): DistributionTerms {
  const amount = (name: string) => { const text = args.text(name); return text === undefined ? undefined : parseAmount(`--${name}`, text) }
  const envelope = amount('envelope')
  const weights = args.text('weights')
  if (envelope === undefined) throw new UsageError('--envelope')
  if (weights === undefined) throw new UsageError('--weights')
  const [last, hold, villages] = [args.text('last'), args.text('hold'), args.text('villages') ?? 'all']
  if ((last === undefined) !== (hold === undefined)) throw new UsageError('--last CSV --hold BP')
  if (villages !== 'all' && villages !== 'desa' && villages !== 'kelurahan') throw new UsageError('--villages all|desa|kelurahan')
  return {
    envelope, measures: measures(weights), base: amount('base') ?? 0, floor: amount('floor') ?? null, cap: amount('cap') ?? null, holdBp: hold === undefined ? null : parseWhole('--hold', hold, 0, 20_000),
    unit: amount('unit') ?? 1_000, villages, last: last === undefined ? {} : lastYear(absolutePath(last), language),
  }
}

export const distributeCommand = defineCommand({
  usage: 'distribute FILE --envelope N --weights cases=60,severe=40 [--base N] [--floor N] [--cap N] [--last CSV --hold BP] [--unit N] [--villages all|desa|kelurahan] [--out FILE.xlsx|.csv] [--save]',
  options: { envelope: 'text', weights: 'text', base: 'text', floor: 'text', cap: 'text', last: 'text', hold: 'text', unit: 'text', villages: 'text', out: 'text', save: 'flag' },
  run: async (args, { signal, translator }): Promise<Divided & { file?: string }> => {
    const terms = termsOf(args, translator.language)
    const out = outFile(args)
    return withWorkspace(needed(args, 0, 'FILE'), async (client) => {
      const divided = await (args.flag('save') ? client.distribution.save({ terms }) : client.distribution.preview({ terms }))
      if (out === undefined) return divided
      const { file } = await writeFile(out.file, await client.distribution.export({ terms, format: out.format, language: translator.language }, { signal }))
      return { ...divided, file }
    }, args.flag('save') ? changing(args) : { reads: true })
  },
  print: printDivided,
})

/** How an amount came about, in one line. */
function stepText(steps: readonly Step[], { t, find }: Translator): string {
  return steps.map((step) => {
    switch (step.step) {
      case 'measure': return `${find(`terms.groups.${step.key}`) ?? find(`terms.denominators.${step.key}`) ?? step.key} ${step.count === null ? t('cli.noData') : number(step.count)}/${number(step.total)} × ${step.weight}%`
      case 'base': return rupiah(step.amount)
      case 'formula': return `${rupiah(step.rest)} × ${step.points}/${step.allPoints} = ${rupiah(step.part)}`
      case 'bound': return `${find(`distribution.bounds.${step.by}`) ?? step.by} ${rupiah(step.amount)}`
      case 'round': return rupiah(step.result)
    }
  }).join(' · ')
}

function printDivided({ villages, total }: Divided, translator: Translator): string {
  const { t } = translator
  return textTable(['', t('cli.village'), 'Rp', ''], [...villages.map(({ code, name, amount, steps }) => [code, name, number(amount), stepText(steps, translator)]), ['', '', number(total), '']], [2])
}

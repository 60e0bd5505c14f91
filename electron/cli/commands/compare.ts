import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#core/app-error.ts'
import type { EntryComparisonView, ReturnedChange, ReturnedWorkbookView } from '#shared/contract/entry.ts'
import { number as formatNumber } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { UsageError } from '../arguments.ts'
import { absolutePath, changing, defineCommand, looking, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'

/** A data file as the window would hand it over. @throws AppError file_not_found */
function dataFile(name: string): File {
  const file = absolutePath(name)
  try {
    return new File([readFileSync(file)], path.basename(file))
  } catch {
    throw new AppError('file_not_found', { file })
  }
}

function printEntry(found: EntryComparisonView, { t, find }: Translator): string {
  const rows = found.activities.flatMap((activity) => activity.rows.filter(({ state }) => state !== 'same').map((row) => {
    const { description = '', source = '' } = row.plan ?? row.filed ?? {}
    const amount = (of: { amount: number } | null): string => (of === null ? '–' : formatNumber(of.amount))
    return [activity.code, source, description.slice(0, 50), amount(row.plan), amount(row.filed), find(`entry.difference.${row.state}`) ?? row.state]
  }))
  const total = t('entry.compared', { same: found.same, different: rows.length, others: found.others.length })
  return rows.length === 0 ? total : [textTable([t('cli.code'), t('cli.source'), t('cli.line'), t('cli.plan'), 'Siskeudes', ''], rows, [3, 4]), '', total].join('\n')
}

function changesTable(changes: readonly ReturnedChange[], { t, find }: Translator): string {
  const figure = (value: number | null): string => (value === null ? '–' : formatNumber(value))
  return textTable([t('entry.cell'), t('cli.line'), t('cli.figure'), t('entry.exportedShort'), t('entry.returnedShort'), t('entry.nowShort'), ''], changes.map((change) => [
    change.at, change.label.slice(0, 40), find(`entry.what.${change.what}`) ?? change.what, figure(change.exported), change.returned === null ? change.text : figure(change.returned), figure(change.now),
    change.problem === null ? (find(`entry.states.${change.state}`) ?? change.state) : (find(`entry.problem.${change.problem}`, change.amounts) ?? change.problem),
  ]), [3, 4, 5])
}

function printWorkbook(found: ReturnedWorkbookView, translator: Translator): string {
  const { t } = translator
  if (found.changes.length === 0) return t('entry.nothing')
  const funded = t('entry.afterAll', { before: formatNumber(found.now.funded), after: formatNumber(found.after.funded) })
  return [changesTable(found.changes, translator), '', funded].join('\n')
}

const KINDS = ['siskeudes', 'workbook'] as const

export const compareCommand = defineCommand<EntryComparisonView | ReturnedWorkbookView>({
  usage: `compare FILE siskeudes DATA.zip|Ta_RABRinci.csv [--amended] [--plan ID]
       compare FILE workbook DATA.xlsx|.ods [--plan ID]      (an exported workbook that came back)`,
  options: { amended: 'flag', plan: 'text' },
  run: async (args, { signal, warn, translator }) => {
    const kind = KINDS.find((one) => one === args.positionals[1])
    if (!kind) throw new UsageError(KINDS.join('|'))
    const file = dataFile(needed(args, 2, 'DATA'))
    const planId = args.text('plan')
    const of = planId === undefined ? {} : { planId }
    return withWorkspace(needed(args, 0, 'FILE'), async (client): Promise<EntryComparisonView | ReturnedWorkbookView> => {
      if (kind === 'workbook') return client.entry.returned({ file, ...of }, { signal })
      const found = await client.entry.compare({ file, stage: args.flag('amended') ? 'amended' : 'initial', ...of }, { signal })
      const { region, regionName } = await client.workspace.info({})
      if (found.otherVillage) warn(translator.t('entry.otherVillage', { file: file.name, code: found.villages.join(', '), village: `${regionName} (${region})` }))
      return found
    }, looking(args))
  },
  print: (found, translator) => ('changes' in found ? printWorkbook(found, translator) : printEntry(found, translator)),
})

export const takeCommand = defineCommand({
  usage: 'take FILE DATA.xlsx|.ods [--plan ID]      (changed figures of an exported workbook that nothing stands against, as one step)',
  options: { plan: 'text' },
  run: async (args, { signal }) => {
    const file = dataFile(needed(args, 1, 'DATA'))
    const planId = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => client.entry.takeOver({ file, ...(planId === undefined ? {} : { planId }) }, { signal }), changing(args))
  },
  print: (answer, translator) => (answer.refused.length > 0
    ? [translator.t('entry.notTaken'), changesTable(answer.refused, translator)].join('\n')
    : translator.t('entry.taken', { count: answer.taken, before: formatNumber(answer.before.funded), after: formatNumber(answer.after.funded) })),
})

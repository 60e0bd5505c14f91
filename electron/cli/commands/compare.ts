import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#core/app-error.ts'
import type { EntryComparisonView } from '#shared/contract/entry.ts'
import { number as formatNumber } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { UsageError } from '../arguments.ts'
import { absolutePath, defineCommand, looking, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'

/** A data file as the window would hand it over. @throws AppError file_not_found */
export function dataFile(name: string): File {
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

export const compareCommand = defineCommand({
  usage: 'compare FILE siskeudes DATA.zip|Ta_RABRinci.csv [--amended] [--plan ID]',
  options: { amended: 'flag', plan: 'text' },
  run: async (args, { signal }) => {
    if (args.positionals[1] !== 'siskeudes') throw new UsageError('siskeudes')
    const file = dataFile(needed(args, 2, 'DATA'))
    const planId = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => client.entry.compare({
      file, stage: args.flag('amended') ? 'amended' : 'initial', ...(planId === undefined ? {} : { planId }),
    }, { signal }), looking(args))
  },
  print: printEntry,
})

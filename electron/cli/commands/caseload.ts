import path from 'node:path'
import { readDataFile } from '#core/files.ts'
import type { ImportReport } from '#shared/contract/caseload.ts'
import type { RkpdImport } from '#shared/contract/consolidation.ts'
import { LIST_KINDS } from '#shared/sheets/read/rkpd-lists.ts'
import { otherVillageText, warningText } from '#shared/i18n/warning-text.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { number as formatNumber, rupiah as formatRupiah } from '#shared/i18n/format.ts'
import { parseAmount, parseDay, UsageError } from '../arguments.ts'
import { absolutePath, changing, defineCommand, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'
import { importList, printList } from './rkpd-lists.ts'

const FAMILIES = ['child', 'mother', 'youth', 'household', 'resource'] as const

export const importCommand = defineCommand({
  usage: `import FILE caseload DATA [--series NAME] [--measured-on YYYY-MM-DD] [--targeted N] [--layout auto|by-name|aggregate] [--dry-run]
       import REGENCY_FILE programmes|ceilings DATA [--dry-run]`,
  options: { series: 'text', 'measured-on': 'text', targeted: 'text', layout: 'text', 'dry-run': 'flag' },
  run: async (args, { signal, note, warn, translator }): Promise<ImportReport | RkpdImport> => {
    const what = needed(args, 1, 'caseload')
    const list = LIST_KINDS.find((kind) => kind === what)
    if (list) return importList(args, list, signal)
    if (what !== 'caseload') throw new UsageError(['caseload', ...LIST_KINDS].join('|'))
    const data = absolutePath(needed(args, 2, 'DATA'))
    const file = readDataFile(data)
    const layout = args.text('layout') ?? 'auto'
    if (layout !== 'auto' && layout !== 'by-name' && layout !== 'aggregate') throw new UsageError('--layout auto|by-name|aggregate')
    const [targeted, measuredOn] = [args.text('targeted'), args.text('measured-on')]
    return withWorkspace(needed(args, 0, 'FILE'), async (client) => {
      const events = await client.caseload.import({
        file, layout, dryRun: args.flag('dry-run'), ...(args.text('series') === undefined ? {} : { series: args.text('series') }),
        ...(measuredOn === undefined ? {} : { measuredOn: parseDay('--measured-on', measuredOn) }), ...(targeted === undefined ? {} : { targeted: parseAmount('--targeted', targeted) }),
      }, { signal })
      let phase = ''
      for await (const event of events) {
        if (event.event === 'done') {
          const warning = otherVillageText(event.report, (await client.workspace.info({})).regionName, translator)
          if (warning !== undefined) warn(warning)
          return event.report
        }
        if (event.phase === phase) continue
        phase = event.phase
        note(translator.t('cli.reading', { file: path.basename(data), phase: event.phase }))
      }
      throw new Error('the import ended without a report')
    }, changing(args))
  },
  print: (report, translator) => ('taken' in report ? printList(report, translator) : printReport(report, translator)),
})

function printReport(report: ImportReport, translator: Translator): string {
  const { t, find } = translator
  const groups = Object.entries(report.counts).map(([group, count]) => [find(`terms.groups.${group}`) ?? find(`terms.denominators.${group}`) ?? group, formatNumber(count ?? 0)])
  return [
    t(report.dryRun ? 'cli.dryRun' : 'cli.imported', { series: report.series, rows: report.rows, accepted: report.accepted, rejected: report.rejected.length, duplicates: report.duplicates }),
    textTable([t('cli.group'), t('cli.count')], groups, [1]),
    ...report.rejected.slice(0, 20).flatMap(({ row, also, ...first }) =>
      [first, ...also].map(({ column, code, value }) => t('cli.rejectedRow', { row, column: column ?? '–', reason: find(`import.rejection.${code}`, { value }) ?? code, value }))),
    ...(report.rejected.length > 20 ? [t('cli.more', { count: report.rejected.length - 20 })] : []),
    ...report.warnings.map((warning) => `• ${warningText(warning, translator)}`),
    ...validityLines(report.validity, translator),
  ].join('\n')
}

/** The score of a by-name list, and what each rule found. */
function validityLines(validity: ImportReport['validity'], { t, find }: Translator): string[] {
  if (validity === null || validity.whole.score === null) return []
  return [
    t(validity.previous === null ? 'cli.validity' : 'cli.validityCompared', { score: validity.whole.score, previous: validity.previous ?? '' }),
    ...validity.findings.map(({ rule, count, words }) => `• ${find(`validity.rule.${rule}`) ?? rule}: ${words['place'] ?? formatNumber(count)}`),
  ]
}

export const useCommand = defineCommand({
  usage: `use FILE series NAME [--family ${FAMILIES.join('|')}] [--plan ID]`,
  options: { family: 'text', plan: 'text' },
  run: async (args) => {
    if (needed(args, 1, 'series') !== 'series') throw new UsageError('series')
    const series = needed(args, 2, 'NAME')
    const typed = args.text('family')
    const family = FAMILIES.find((name) => name === typed)
    if (typed !== undefined && !family) throw new UsageError(`--family ${FAMILIES.join('|')}`)
    const planId = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => client.caseload.choose({ series, ...(family ? { family } : {}), ...(planId === undefined ? {} : { planId }) }), changing(args))
  },
  print: (answer, { t }) => t('cli.chosen', { before: formatRupiah(answer.before.need), after: formatRupiah(answer.after.need) }),
})

import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { createAppClient } from '#core/app.ts'
import { writeWhole } from '#core/files.ts'
import { buildSampleCity, buildSampleVillage } from '#core/samples/build.ts'
import { kalipucungFiles, kediriFiles } from '#core/samples/index.ts'
import type { Session } from '#core/session.ts'
import type { DOCUMENTS } from '#shared/contract/document.ts'
import { stuntedReached } from '#shared/domain/coverage.ts'
import type { Language } from '#shared/i18n/index.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { absolutePath, defineCommand } from '../command.ts'
import { textTable } from '../table.ts'
import { printSummary } from './plan.ts'

/** A folder that does not exist yet, so that nothing of an earlier run is touched. */
function unusedFolder(base: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}-${number}`
    if (!existsSync(candidate)) return candidate
  }
}

async function exportAll(session: Session, folder: string, stem: string, documents: readonly (typeof DOCUMENTS)[number][], language: Language): Promise<string[]> {
  const client = createAppClient(session)
  const files: string[] = []
  for (const document of documents) {
    const file = await client.document.export({ document, language, findings: document === 'workbook' })
    const target = path.join(folder, `${stem}-${document}.xlsx`)
    writeWhole(target, new Uint8Array(await file.arrayBuffer()))
    files.push(target)
  }
  return files
}

export const demoCommand = defineCommand({
  usage: 'demo [--out DIR]',
  options: { out: 'text' },
  run: async (args, { note, translator }) => {
    const out = args.text('out')
    const folder = out === undefined ? unusedFolder(absolutePath('contoh-rembuk')) : absolutePath(out)
    mkdirSync(folder, { recursive: true })
    const data = [...kalipucungFiles(), ...kediriFiles()].map((file) => {
      const target = path.join(folder, file.name)
      writeWhole(target, file.bytes)
      return target
    })
    note('Desa Kalipucung …')
    const village = await buildSampleVillage(path.join(folder, 'contoh-kalipucung.rembuk'))
    const files: string[] = []
    try {
      files.push(...await exportAll(village, folder, 'contoh-kalipucung', ['workbook', 'rkp-desa', 'rab', 'tabel-5', 'rkpd'], translator.language))
      note('Kota Kediri …')
      const city = await buildSampleCity(path.join(folder, 'contoh-kota-kediri.rembuk'))
      try {
        files.push(...await exportAll(city, folder, 'contoh-kota-kediri', ['workbook', 'rkpd'], translator.language))
        return {
          workspace: village.file, regency: city.file, files: [...data, ...files], summary: await createAppClient(village).plan.summary({}),
          city: await createAppClient(city).plan.summary({}),
        }
      } finally {
        city.close()
      }
    } finally {
      village.close()
    }
  },
  print(answer, translator) {
    const { t } = translator
    const row = (summary: typeof answer.summary) => [
      summary.plan.name, rupiah(summary.need), rupiah(summary.funded), rupiah(summary.gap),
      t('cli.of', { part: stuntedReached(summary.children), whole: number(summary.children.total ?? 0) }),
    ]
    return [
      t('cli.demo', { folder: path.dirname(answer.workspace) }), '',
      textTable([t('cli.plan'), t('cli.need'), t('cli.funded'), t('cli.gap'), t('cli.children')], [row(answer.summary), row(answer.city)], [1, 2, 3, 4]), '',
      printSummary(answer.summary, translator), '',
      `${t('cli.demoFiles')}:`, ...[answer.workspace, answer.regency, ...answer.files].map((file) => `  ${file}`),
    ].join('\n')
  },
})

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createAppClient } from '#core/app.ts'
import { buildSampleRegency } from '#core/samples/build-regency.ts'
import { createWorkspace } from '#core/session.ts'
import { BLITAR, packageFile, regencyPackages, villageBody } from './village-packages.ts'

/** The sample regency as the first screen makes it. */
async function writeSample(folder: string): Promise<void> {
  const session = await buildSampleRegency(path.join(folder, 'kabupaten.rembuk'))
  session.close()
}

/**
 * Writes a regency to take packages in, the packages of all its villages, ten that cannot be taken, and one that is sent again: for journeys
 * that begin where somebody at Bappeda does. Run with Node: `write-regency.ts FOLDER`, or `write-regency.ts FOLDER sample` for the sample regency alone. All plans are made up and say so.
 */
async function write(folder: string): Promise<void> {
  const session = createWorkspace(path.join(folder, 'kabupaten.rembuk'), { region: BLITAR, sample: true })
  await createAppClient(session).plan.create({ template: 'regency', fiscalYear: 2027, name: 'Kabupaten Blitar TA 2027 (contoh)' })
  session.close()
  const files = regencyPackages()
  const [first, second, third, fourth] = await Promise.all(files.slice(0, 4).map(async (file) => new Uint8Array(await file.arrayBuffer())))
  if (!first || !second || !third || !fourth) throw new Error('no packages')
  // whole, and yet not what the village made
  const altered = gzipSync(gunzipSync(second).toString('utf8').replace(/"unitPrice":\d+/, '"unitPrice":1'))
  const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())
  const bad: Record<string, Uint8Array> = {
    'rusak 35.05.01.2001.rembuk.gz': first.subarray(0, 800), 'diubah 35.05.01.2002.rembuk.gz': altered, 'kosong.rembuk.gz': new Uint8Array(), 'surat.gz': Buffer.from('bukan paket'), 'besok.rembuk.gz': gzipSync(JSON.stringify({ format: 'rembuk-package', formatVersion: 99 })),
    'kediri.rembuk.gz': await bytesOf(packageFile(villageBody({ village: '35.71.01.1001' }))), 'bom.rembuk.gz': gzipSync(Buffer.alloc(32 * 1024 * 1024, 32)),
    'tahun lalu.rembuk.gz': await bytesOf(packageFile(villageBody({ village: '35.05.07.2001', fiscalYear: 2026 }))), 'tahun depan.rembuk.gz': await bytesOf(packageFile(villageBody({ village: '35.05.07.2002', fiscalYear: 2028 }))),
    'potong.rembuk.gz': fourth.subarray(0, fourth.length - 9),
  }
  writeFileSync(path.join(folder, 'pagu-opd.csv'), 'Perangkat Daerah;Pagu (Rp)\nKecamatan/Kelurahan;100 jt\nDinas Kesehatan;45 miliar\nDinas Sosial;banyak\n')
  const place = (name: string) => { const made = path.join(folder, name); mkdirSync(made, { recursive: true }); return made }
  for (const file of files) writeFileSync(path.join(place('usb'), file.name), await bytesOf(file))
  for (const [name, bytes] of Object.entries(bad)) writeFileSync(path.join(place('usb'), name), bytes)
  const again = packageFile(villageBody({ village: '35.05.07.2001', revision: 2, seed: 5, madeAt: '2026-11-10T02:00:00.000Z' }))
  writeFileSync(path.join(place('ulang'), again.name), await bytesOf(again))
}

const [, , folder, what] = process.argv
if (folder !== undefined) await (what === 'sample' ? writeSample(folder) : write(folder))

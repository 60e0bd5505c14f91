import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** True where LibreOffice is installed; tests that need it are skipped aloud without it. */
export const hasLibreOffice: boolean = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** LibreOffice trusts the results in an .xlsx unless it is told to reckon every formula anew on loading. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** A file as LibreOffice converts it, every formula reckoned anew, with a profile of its own so that runs do not disturb each other. */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-office-'))
  try {
    const source = path.join(folder, `in.${from}`)
    writeFileSync(source, bytes)
    mkdirSync(path.join(folder, 'profile', 'user'), { recursive: true })
    writeFileSync(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), RECALCULATE)
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', path.join(folder, 'out'), source], {
      stdio: 'ignore', timeout: 120_000,
    })
    return readFileSync(path.join(folder, 'out', `in.${to.split(':')[0]}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

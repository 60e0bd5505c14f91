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

/** Runs LibreOffice on a file in a folder and with a profile of its own, so that runs do not disturb each other. */
function office(bytes: Uint8Array, from: string, run: (source: string, folder: string, profile: string) => readonly string[], result: string): Uint8Array {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-office-'))
  try {
    const source = path.join(folder, `in.${from}`)
    writeFileSync(source, bytes)
    mkdirSync(path.join(folder, 'profile', 'user'), { recursive: true })
    writeFileSync(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), RECALCULATE)
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    execFileSync('soffice', [profile, '--headless', ...run(source, folder, profile)], { stdio: 'ignore', timeout: 120_000 })
    return readFileSync(path.join(folder, 'out', result))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file as LibreOffice converts it, every formula reckoned anew. */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return office(bytes, from, (source, folder) => ['--convert-to', to, '--outdir', path.join(folder, 'out'), source], `in.${to.split(':')[0]}`)
}

const LIBRARY = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${body}`

/** A workbook after someone worked on it in LibreOffice and saved it as .xlsx; `work` are lines of its Basic, which know the open file as `book`. */
export function edited(bytes: Uint8Array, work: readonly string[]): Uint8Array {
  return office(bytes, 'xlsx', (source, folder, profile) => {
    // The first start of a profile puts empty libraries into it.
    execFileSync('soffice', [profile, '--headless', '--terminate_after_init'], { stdio: 'ignore', timeout: 120_000 })
    const basic = path.join(folder, 'profile', 'user', 'basic')
    mkdirSync(path.join(folder, 'out'))
    const url = (name: string): string => pathToFileURL(name).href
    const lines = [
      'Sub Main', 'Dim args(0) As New com.sun.star.beans.PropertyValue', 'args(0).Name = "Hidden"', 'args(0).Value = True', `book = StarDesktop.loadComponentFromURL("${url(source)}", "_blank", 0, args())`,
      ...work,
      'Dim kind(0) As New com.sun.star.beans.PropertyValue', 'kind(0).Name = "FilterName"', 'kind(0).Value = "Calc MS Excel 2007 XML"', `book.storeToURL("${url(path.join(folder, 'out', 'in.xlsx'))}", kind())`, 'book.close(True)', 'End Sub',
    ]
    const text = lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    writeFileSync(path.join(basic, 'Standard', 'script.xlb'), LIBRARY('<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Work"/></library:library>'))
    writeFileSync(path.join(basic, 'Standard', 'Work.xba'), LIBRARY(`<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Work" script:language="StarBasic">${text}</script:module>`))
    return ['macro:///Standard.Work.Main']
  }, 'in.xlsx')
}

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Marks the fuses in Electron's program; after it their version, how many there are, and one sign for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = 9

/** An archive as Electron reads it, with one file: its header's sizes, the header as JSON, and the bytes. */
function archiveOf(name: string, content: string): Buffer {
  const header = Buffer.from(JSON.stringify({ files: { [name]: { size: Buffer.byteLength(content), offset: '0' } } }))
  const padding = (4 - (header.length % 4)) % 4
  const sizes = Buffer.alloc(16)
  for (const [index, size] of [4, header.length + padding + 8, header.length + padding + 4, header.length].entries()) sizes.writeUInt32LE(size, index * 4)
  return Buffer.concat([sizes, header, Buffer.alloc(padding), Buffer.from(content)])
}

function fuses(): Buffer {
  return Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES]), Buffer.from('0'.repeat(FUSES))])
}

/**
 * Makes a folder that electron-builder takes for Electron's own, so that packages can be made and looked into where Electron's binary
 * cannot be fetched. What is made of it cannot run. @param program for Windows: a program with a version resource
 * @returns the names of the files that are Electron's and not ours
 */
export function makeStandInElectron(folder: string, version: string, program?: string): readonly string[] {
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
  mkdirSync(path.join(folder, 'locales'), { recursive: true })
  const files: Record<string, Buffer | string> = {
    version, LICENSE: 'Electron', 'LICENSES.chromium.html': '<p>Chromium', 'icudtl.dat': '', 'locales/en-US.pak': '', 'locales/id.pak': '',
    'resources/default_app.asar': archiveOf('main.js', '// stand-in\n'),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  if (program === undefined) {
    writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), fuses()]), { mode: 0o755 })
    for (const name of ['chrome-sandbox', 'chrome_crashpad_handler']) writeFileSync(path.join(folder, name), '', { mode: 0o755 })
  } else {
    copyFileSync(program, path.join(folder, 'electron.exe'))
    writeFileSync(path.join(folder, 'electron.exe'), Buffer.concat([readFileSync(program), fuses()]))
  }
  return Object.keys(files)
}

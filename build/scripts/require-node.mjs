// Loaded before everything else (`node --import`), also by a Node that is too old for the rest: only syntax that Node 12 reads.
// The reason to be strict: the database library crashes (a segmentation fault, not an error) on Node 20 and older.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const OLDEST_MAJOR = 22

/** What to tell the user about a Node version such as `20.20.2`; an empty string when it is new enough. Unreadable counts as too old. */
export function nodeProblem(version) {
  const major = Number.parseInt(version, 10)
  if (major >= OLDEST_MAJOR) return ''
  return [
    'Rembuk memerlukan Node ' + OLDEST_MAJOR + ' atau lebih baru, tetapi dijalankan dengan Node ' + version + '.',
    'Node yang tepat dipasang bersama Rembuk: jalankan "npm ci" di folder ini TANPA --ignore-scripts,',
    'lalu mulai lewat npm: npm start, npm test, atau npm run rembuk.',
    '',
    'Rembuk needs Node ' + OLDEST_MAJOR + ' or newer, but was started with Node ' + version + '.',
    'The right Node is installed along with Rembuk: run "npm ci" in this folder WITHOUT --ignore-scripts,',
    'then start through npm: npm start, npm test or npm run rembuk.',
    '',
  ].join('\n')
}

// Only the process that names this file on its command line is stopped; importing it for its function does nothing.
const here = fileURLToPath(import.meta.url)
const asked = process.execArgv.concat(process.argv.slice(1)).some(function named(argument) {
  return path.basename(argument.replace(/^--import=/, '')) === path.basename(here)
})
const problem = asked ? nodeProblem(process.versions.node) : ''
if (problem) {
  process.stderr.write(problem)
  process.exit(1)
}

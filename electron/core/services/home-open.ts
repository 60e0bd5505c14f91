import { existsSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import type { homeContract, Opened } from '#shared/contract/home.ts'
import type { Progress } from '#shared/contract/values.ts'
import { AppError } from '../app-error.ts'
import { buildSampleCity, buildSampleVillage, type SampleWatch } from '../samples/build.ts'
import { buildSampleRegency } from '../samples/build-regency.ts'
import type { Home } from './home.ts'
import { ENDING, makeWhole } from './home-files.ts'
import { fileStem, makeQuickStart, makeWorkspace } from './home-make.ts'
import { watched } from './watched.ts'

type Input<K extends 'create' | 'quickStart'> = z.output<Extract<(typeof homeContract)[K]['~orpc']['inputSchema'], z.ZodType>>
type Tell = Parameters<Parameters<typeof watched>[0]>[0]
type Making = AsyncGenerator<Progress | { event: 'done'; opened: Opened }>

/** Names of the samples' files in the home folder. */
const SAMPLE_STEMS = { village: 'contoh-kalipucung', city: 'contoh-kota-kediri', regency: 'contoh-kabupaten-blitar' } as const
const BUILDERS = { village: buildSampleVillage, city: buildSampleCity, regency: buildSampleRegency } as const

/** The sample's workspace in the home folder, made where it is missing. An existing file is never touched. @returns its path; @throws AppError stopped … */
export async function ensureSample(home: Pick<Home, 'folder' | 'ports'>, which: keyof typeof SAMPLE_STEMS, watch: SampleWatch = {}): Promise<string> {
  const file = path.join(home.folder, `${SAMPLE_STEMS[which]}${ENDING}`)
  if (existsSync(file)) return file
  return makeWhole(home.folder, SAMPLE_STEMS[which], async (unfinished) => (await BUILDERS[which](unfinished, home.ports, watch)).close())
}

export async function* openSample(home: Home, which: keyof typeof SAMPLE_STEMS, signal?: AbortSignal): Making {
  yield* made(home, (tell, stop) => ensureSample(home, which, { tell: (done, total) => tell('sample', done, total), signal: stop }), signal)
}

export async function* quickStart(home: Home, input: Input<'quickStart'>, signal?: AbortSignal): Making {
  yield* made(home, (tell, stop) =>
    makeWhole(home.folder, fileStem(input.region), (unfinished) => makeQuickStart(unfinished, input, home.ports, (phase) => tell(phase, null, null), stop)), signal)
}

/** Makes a file when its turn comes, and opens it before the next is made: what was asked for last is what stays open. */
async function* made(home: Home, make: (tell: Tell, stop: AbortSignal) => Promise<string>, outer: AbortSignal | undefined): Making {
  const opened = yield* watched((tell, stop) => {
    if (home.making.busy()) tell('waiting', null, null)
    return home.making.take(async () => {
      const file = await make(tell, stop)
      if (stop.aborted) throw new AppError('stopped', {})
      return home.openFile(file)
    }, stop)
  }, outer)
  const { id, name, readOnly } = opened
  yield { event: 'done', opened: { id, name, readOnly } }
}

/** Makes a workspace with its usual first plan in the home folder and opens it; where another file is being made, after that. @throws AppError region_*, year_out_of_range, target_not_writable … */
export async function createAndOpen(home: Home, input: Input<'create'>): Promise<Opened> {
  const { id, name, readOnly } = await home.making.take(async () =>
    home.openFile(await makeWhole(home.folder, fileStem(input.region), async (unfinished) => makeWorkspace(unfinished, input, home.ports))))
  return { id, name, readOnly }
}

import { existsSync } from 'node:fs'

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

/** The machine's Chromium: `CHROMIUM_PATH` if set (also where it is wrong, so that the mistake shows), else the usual places of Debian and Ubuntu. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  return env['CHROMIUM_PATH'] || USUAL_PLACES.find((place) => existsSync(place))
}

import { findRegions, homeDefaults } from '../services/home-make.ts'
import { createAndOpen, openSample, quickStart } from '../services/home-open.ts'
import { keepPreferences } from '../services/home-preferences.ts'
import { bringIn, openNewestBackup, openSalvaged } from '../services/home.ts'
import { opening } from '../services/opening.ts'
import { type AppRouter, type Files, typed } from './base.ts'

/** Files of the host: what is there, what is open. */
export function homeAreas({ home }: Files): Pick<AppRouter, 'home'> {
  return {
    home: {
      current: home.current.handler(({ context }) => context.home.current()),
      list: home.list.handler(({ context }) => context.home.list()),
      regions: home.regions.handler(({ input }) => findRegions(input)),
      defaults: home.defaults.handler(({ context }) => homeDefaults(context.home.ports)),
      opening: home.opening.handler(({ context }) => opening(context.home)),
      setPreferences: home.setPreferences.handler(({ context, input }) => keepPreferences(context.home.folder, input)),
      open: home.open.handler(({ context, input }) => context.home.openFile(context.home.fileOf(input.id), { readOnly: input.readOnly })),
      openBackup: home.openBackup.handler(({ context, input }) => openNewestBackup(context.home, input.id)),
      salvage: home.salvage.handler(({ context, input }) => openSalvaged(context.home, input.id)),
      bring: home.bring.handler(({ context, input }) => bringIn(context.home, input.file)),
      create: home.create.handler(({ context, input }) => createAndOpen(context.home, input)),
      sample: home.sample.handler(({ context, input, signal }) => typed(openSample(context.home, input.which, signal))),
      quickStart: home.quickStart.handler(({ context, input, signal }) => typed(quickStart(context.home, input, signal))),
      forget: home.forget.handler(({ context, input }) => context.home.forget(context.home.fileOf(input.id))),
      close: home.close.handler(async ({ context }) => ({ closed: await context.home.close() })),
    },
  }
}

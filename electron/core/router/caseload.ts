import { listAreas, listChildren, listPlaces } from '../services/caseload-children.ts'
import { compareSeries } from '../services/caseload-compare.ts'
import { crossCheckSeries, setBasis } from '../services/caseload-cross-check.ts'
import { addSeries, changeSeries, removeSeries, setCounts } from '../services/caseload-edit.ts'
import { childGrowth } from '../services/caseload-growth.ts'
import { importCaseload } from '../services/caseload-import.ts'
import { remeasureExport, remeasurePages } from '../services/caseload-remeasure.ts'
import { compareSeriesRounds, remeasure } from '../services/caseload-rounds.ts'
import { chooseSeries, listSeries, previewChoice, setCount, setSurvey } from '../services/caseload-series.ts'
import { seriesValidity } from '../services/caseload-validity.ts'
import { type AppRouter, type Opened, typed } from './base.ts'

/** Caseload series. */
export function caseloadAreas({ caseload }: Opened): Pick<AppRouter, 'caseload'> {
  return {
    caseload: {
      list: caseload.list.handler(({ context }) => listSeries(context.session)),
      import: caseload.import.handler(({ context, input, signal }) => typed(importCaseload(context.session, input, signal), context.session)),
      setCount: caseload.setCount.handler(({ context, input }) => setCount(context.session, input)),
      setSurvey: caseload.setSurvey.handler(({ context, input }) => setSurvey(context.session, input)),
      setCounts: caseload.setCounts.handler(({ context, input }) => setCounts(context.session, input)),
      addSeries: caseload.addSeries.handler(({ context, input }) => addSeries(context.session, input)),
      changeSeries: caseload.changeSeries.handler(({ context, input }) => changeSeries(context.session, input)),
      removeSeries: caseload.removeSeries.handler(({ context, input }) => removeSeries(context.session, input)),
      previewChoice: caseload.previewChoice.handler(({ context, input }) => previewChoice(context.session, input)),
      places: caseload.places.handler(({ context }) => listPlaces(context.session)),
      areas: caseload.areas.handler(({ context, input }) => listAreas(context.session, input)),
      children: caseload.children.handler(({ context, input }) => listChildren(context.session, input)),
      validity: caseload.validity.handler(({ context, input }) => seriesValidity(context.session, input)),
      crossCheck: caseload.crossCheck.handler(({ context, input }) => crossCheckSeries(context.session, input)),
      setBasis: caseload.setBasis.handler(({ context, input }) => setBasis(context.session, input)),
      compareSeries: caseload.compareSeries.handler(({ context, input }) => compareSeries(context.session, input)),
      rounds: caseload.rounds.handler(({ context, input }) => compareSeriesRounds(context.session, input)),
      remeasure: caseload.remeasure.handler(({ context, input }) => remeasure(context.session, input)),
      remeasurePages: caseload.remeasurePages.handler(({ context, input }) => remeasurePages(context.session, input)),
      remeasureExport: caseload.remeasureExport.handler(({ context, input, signal }) => remeasureExport(context.session, input, signal)),
      childGrowth: caseload.childGrowth.handler(({ context, input }) => childGrowth(context.session, input)),
      choose: caseload.choose.handler(({ context, input }) => chooseSeries(context.session, input)),
    },
  }
}

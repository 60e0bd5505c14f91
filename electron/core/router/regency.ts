import { consolidate } from '../services/consolidation.ts'
import { correct } from '../services/corrections.ts'
import { distributionStart, divide, saveDistribution } from '../services/distribution.ts'
import { driftOverview } from '../services/drift.ts'
import { exportPackage, previewPackage } from '../services/exchange-export.ts'
import { mergePackages } from '../services/exchange-merge.ts'
import { jointStart, keepJoint, runJoint } from '../services/joint.ts'
import { exportConsolidation, exportDistribution, exportJoint } from '../services/regency-sheets.ts'
import { importRkpdList, rkpdListTemplate } from '../services/rkpd-lists.ts'
import { exportRkpd, rkpdOverview, setRkpdLists } from '../services/rkpd.ts'
import { listSubmissions, removeSubmission, villageSubmission } from '../services/submissions.ts'
import { opdActivitiesOf, setOpdActivity, setTags } from '../services/tagging.ts'
import { type AppRouter, type Opened, typed } from './base.ts'

/** Villages and their regency. */
export function regencyAreas({ exchange, consolidation, joint, distribution }: Opened): Pick<AppRouter, 'exchange' | 'consolidation' | 'joint' | 'distribution'> {
  return {
    exchange: {
      preview: exchange.preview.handler(({ context, input }) => previewPackage(context.session, input.planId)),
      export: exchange.export.handler(({ context, input }) => exportPackage(context.session, input)),
      merge: exchange.merge.handler(({ context, input, signal }) => typed(mergePackages(context.session, input, signal), context.session)),
      villages: exchange.villages.handler(({ context }) => listSubmissions(context.session)),
      village: exchange.village.handler(({ context, input }) => villageSubmission(context.session, input.village)),
      correct: exchange.correct.handler(({ context, input }) => correct(context.session, input)),
      remove: exchange.remove.handler(({ context, input }) => removeSubmission(context.session, input.village)),
    },
    consolidation: {
      overview: consolidation.overview.handler(({ context }) => consolidate(context.session)),
      export: consolidation.export.handler(({ context, input, signal }) => exportConsolidation(context.session, input, signal)),
      rkpd: consolidation.rkpd.handler(({ context }) => rkpdOverview(context.session)),
      drift: consolidation.drift.handler(({ context }) => driftOverview(context.session)),
      setRkpd: consolidation.setRkpd.handler(({ context, input }) => setRkpdLists(context.session, input)),
      opd: consolidation.opd.handler(({ context }) => opdActivitiesOf(context.session)),
      setOpd: consolidation.setOpd.handler(({ context, input }) => setOpdActivity(context.session, input)),
      setTags: consolidation.setTags.handler(({ context, input }) => setTags(context.session, input)),
      importRkpd: consolidation.importRkpd.handler(({ context, input, signal }) => importRkpdList(context.session, input, signal)),
      rkpdTemplate: consolidation.rkpdTemplate.handler(({ context, input }) => rkpdListTemplate(context.session, input)),
      exportRkpd: consolidation.exportRkpd.handler(({ context, input, signal }) => exportRkpd(context.session, input, signal)),
    },
    joint: {
      start: joint.start.handler(({ context }) => jointStart(context.session)),
      run: joint.run.handler(({ context, input, signal }) => runJoint(context.session, input.terms, signal)),
      export: joint.export.handler(({ context, input, signal }) => exportJoint(context.session, input, signal)),
      keep: joint.keep.handler(({ context }) => keepJoint(context.session)),
    },
    distribution: {
      terms: distribution.terms.handler(({ context }) => distributionStart(context.session)),
      preview: distribution.preview.handler(({ context, input }) => divide(context.session, input.terms)),
      save: distribution.save.handler(({ context, input }) => saveDistribution(context.session, input.terms)),
      export: distribution.export.handler(({ context, input, signal }) => exportDistribution(context.session, input, signal)),
    },
  }
}

import type { Text } from '../catalog/schema.ts';
import type { CheckedOnline, Support } from '../check/types.ts';
import type { Details } from './details.ts';
import { doc } from './extra.ts';
import { said } from './line.ts';
import type { Line, Sheet, SheetLine } from './types.ts';

/**
 * The way through the carrier's own pages as a checklist: each step as far as a page describes it, with room for what the screen
 * said; null where it cannot be done online as far as anybody knows, or something else than cancelling is asked for.
 */
export function onlineStepsOf(details: Details): Sheet | null {
  const { purpose, input, lineName, endsNumber } = details;
  const { online } = input.checked;
  const possible = online.supported === 'yes' || online.supported === 'partial';
  if (purpose !== 'cancel' || !possible) return null;
  const postpaid = input.product.service.billing === 'postpaid';
  const address = online.url === null ? [tick('online.noUrl')] : [tick('online.open', { url: online.url })];
  return {
    kind: 'online-steps',
    title: doc(details.asked === 'refund' ? 'online.titleRefund' : 'online.title', {
      carrier: input.brand.name.en,
      reference: input.reference,
    }),
    sections: [
      {
        title: doc('online.section.before'),
        lines: [
          ...texts([online.exclusions].flat()),
          ...(endsNumber ? [tick('online.codesFirst')] : []),
          ...address,
          tick('online.signIn'),
          tick('online.rightLine', { line: { line: lineName } }),
        ],
      },
      { title: doc('online.section.steps'), lines: stepLines(online) },
      {
        title: doc('online.section.careful'),
        lines: [
          ...texts(online.retention),
          text(doc('online.stay')),
          text(doc('online.callUs')),
          ...(postpaid ? [text(doc('online.autopay'))] : []),
        ],
      },
      {
        title: doc('online.section.end'),
        lines: [
          ...(online.confirmation.value === null ? [] : [text(said(online.confirmation.value))]),
          tick('online.picture'),
          write('online.when'),
          write('online.reference'),
          write('online.endDate'),
          write('online.words'),
        ],
      },
    ],
  };
}

/** A step nobody describes is one all the same. */
function stepLines({ steps }: CheckedOnline): SheetLine[] {
  if (steps.length === 0) return [text(doc('online.noSteps')), write('online.saw')];
  return steps.flatMap(({ title, detail, confidence }): SheetLine[] => [
    { kind: 'tick', line: said(title) },
    text(detail === null ? doc('online.unknownStep') : said(detail)),
    ...(confidence === 'official' || detail === null ? [] : [text(doc(`online.unsure.${confidence}`))]),
    write('online.saw'),
  ]);
}

function texts(all: readonly Support<Text>[]): SheetLine[] {
  return all.flatMap(({ value }) => (value === null ? [] : [text(said(value))]));
}

const text = (line: Line): SheetLine => ({ kind: 'text', line });
const tick = (code: string, values: Line['values'] = {}): SheetLine => ({ kind: 'tick', line: doc(code, values) });
const write = (code: string): SheetLine => ({ kind: 'write', line: doc(code) });

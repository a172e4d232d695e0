import { expect, test } from 'vitest';
import { parseFile } from '../adapters/catalog-yaml/parse.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import type { CaseState } from '../domain/case/types.ts';
import { lintCatalog, onlyBrands } from '../domain/catalog/lint/lint.ts';
import { type FiledReport, triedSchema } from '../domain/catalog/tried/schema.ts';
import { SimoffError } from '../domain/errors.ts';
import { loadMessages } from '../locale/messages.ts';
import { LANGUAGES, sayer } from '../locale/say.ts';
import { aBrand, firstProduct } from '../testing/catalog.ts';
import { reportOf } from './report.ts';

const brand = aBrand({ kind: 'mvno' });
const product = firstProduct(brand);

function stateOf(events: unknown[]): CaseState {
  const own = events as CaseEvent[];
  const all = (type: string) => own.filter((event) => event.type === type) as never;
  return {
    case: 'c-1',
    events: own,
    all,
    last: (type: string) => (all(type) as CaseEvent[]).at(-1) ?? null,
  } as CaseState;
}

const CALLED = stateOf([
  {
    seq: 1,
    type: 'request-sent',
    on: '2026-11-03',
    data: { via: 'phone', purpose: 'cancel', reference: 'A1 Wei Zhang' },
  },
  {
    seq: 2,
    type: 'contact-logged',
    on: '2026-11-03',
    data: { via: 'phone', outcome: 'refused', minutes: 33, agentName: 'Kim' },
  },
]);

test.each(LANGUAGES)('in %s all of it is shown, and nothing a person typed', async (language) => {
  const say = sayer(language, await loadMessages(language));
  const { text, yaml, path, report } = reportOf(CALLED, brand, product, say);
  expect(report).toMatchObject({ route: 'phone', month: '2026-11', minutes: 35, outcome: 'refused' });
  expect(path).toMatch(/^tried\/acme\/2026-11-phone-[0-9a-f]{8}\.yaml$/);
  expect(text).toContain(yaml.trimEnd());
  expect(text.replace('tried.schema.json', '')).not.toMatch(
    /Wei|Zhang|Kim|A1 |2026-11-03|(?:tried|report)\.[a-z]|\{\w+\}/,
  );
});

test('the file is what the catalog takes, without a finding', async () => {
  const say = sayer('en', await loadMessages('en'));
  const { yaml, path, report } = reportOf(CALLED, brand, product, say, { chargeAfterClosing: 'no' });
  const { value, file, findings } = parseFile(yaml, path, triedSchema);
  expect([value, findings]).toEqual([{ ...report, chargeAfterClosing: 'no' }, []]);
  const filed = { ...report, slug: 'acme', id: path.split('/').at(-1)?.replace('.yaml', '') } as FiledReport;
  const input = { ...onlyBrands([brand], '2026-11-24', file ? [file] : []), tried: [filed] };
  expect(lintCatalog(input).filter(({ file: name }) => name.startsWith('tried/'))).toEqual([]);
});

test('nothing tried is told', async () => {
  const say = sayer('en', await loadMessages('en'));
  expect(() => reportOf(stateOf([]), brand, product, say)).toThrow(SimoffError);
});

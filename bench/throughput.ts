import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSituation, type Situation } from '../src/domain/case/situation.ts';
import type { CatalogIndex } from '../src/domain/catalog/index.ts';
import type { Brand } from '../src/domain/catalog/schema.ts';
import { decide } from '../src/domain/decide/decide.ts';
import { identify } from '../src/domain/identify/identify.ts';
import { formatDay, toDay } from '../src/domain/time/civil.ts';

const SECONDS = 2;
const TODAY = toDay('2026-11-24');

/** Identifiers recognised and situations decided in one second on one core, on the built catalog. A situation is parsed and decided. */
export async function throughput(root: string): Promise<{ identifyPerSecond: number; decidePerSecond: number }> {
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, 'dist/catalog', path), 'utf8')) as T;
  const index = read<CatalogIndex>('index.json');
  const brands = index.brands
    .map(({ slug }) => read<Brand>(`brands/${slug}.json`))
    .filter((brand) => brand.kind !== 'number-parking');
  const texts = [
    '+1 202 555 0143',
    '8901260123456789010',
    '310260123456789',
    'LPA:1$rsp.example.com$ABC-123',
    'verison',
    '卡号：８９０１２６０',
  ];
  const situations = brands.flatMap((brand) =>
    brand.products.map((product, at) => ({ brand, product, input: aSituation(brand.slug, product.id, at) })),
  );

  let turn = 0;
  const identifyPerSecond = perSecond(() => identify(texts[turn++ % texts.length] ?? '', index));
  const decidePerSecond = perSecond(() => {
    const { brand, product, input } = situations[turn++ % situations.length] as (typeof situations)[number];
    const situation: Situation = parseSituation(input);
    decide(situation, { brand, product, targets: index.targets, today: TODAY });
  });
  return { identifyPerSecond, decidePerSecond };
}

/** Ordinary situations: price and cycle known, some leaving soon, some keeping the number. */
function aSituation(carrier: string, product: string, at: number): unknown {
  const keep = ['no', 'forever', 'until'][at % 3];
  return {
    line: {
      carrier,
      product,
      monthlyUsd: '40.00',
      cycleDay: (at % 28) + 1,
      autopay: true,
      balanceUsd: '5.00',
      depositUsd: '0.00',
      installments: { remainingUsd: '0.00' },
      linesOnAccount: 1,
    },
    leavesOn: formatDay(TODAY + 20 + at),
    number: { keep, keepUntil: keep === 'until' ? formatDay(TODAY + 200) : null, codesStillSentHere: ['bank'] },
  };
}

function perSecond(work: () => void): number {
  const warm = performance.now() + 500;
  while (performance.now() < warm) work();
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < SECONDS * 1000) {
    for (let i = 0; i < 50; i += 1) work();
    done += 50;
  }
  return Math.round(done / ((performance.now() - started) / 1000));
}

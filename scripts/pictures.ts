/**
 * Takes the pictures of the plan page that README.md and README.zh-CN.md show: docs/pictures/plan-en.png and plan-zh.png.
 * Run by hand with `npm run pictures` after the plan page or the rules behind it changed, look at them, and commit them.
 * It shows the built app (dist/web) on 24 November 2026 with the situation of docs/situation.md. The machine needs a Chinese
 * font (Debian and Ubuntu: fonts-noto-cjk); without one plan-zh.png shows boxes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp } from '../src/faces/web/testing/app.ts';
import { LANGUAGES } from '../src/locale/say.ts';

const folder = join(import.meta.dirname, '../docs/pictures');
const WINDOW = { width: 1280, height: 1000 };
/** More would slow down the page of the repository. */
const BYTES_AT_MOST = 300_000;
const DRAFT = {
  carrier: 't-mobile',
  answers: {
    product: 'postpaid',
    where: 'us',
    zone: 'Asia/Shanghai',
    leaves: 'on',
    leavesOn: '2026-12-20',
    until: 'leave',
    returns: 'no',
    keep: 'no',
    codes: ['bank', 'wechat'],
    monthlyUsd: '70.00',
    cycle: 'paid',
    paidThrough: '2026-12-11',
    depositUsd: '0.00',
    installments: 'yes',
    remainingUsd: '266.72',
    installmentUsd: null,
    creditUsd: '33.34',
    linesOnAccount: '1',
    bought: 'carrier',
    inNameOf: 'me',
  },
};

const app = await startApp();
try {
  mkdirSync(folder, { recursive: true });
  for (const language of LANGUAGES) {
    const { page, context, visit, complaints } = await app.open({ language, draft: DRAFT, width: WINDOW.width });
    await page.setViewportSize(WINDOW);
    await visit('/plan');
    await page.locator('.hero').waitFor();
    const png = await page.screenshot({ animations: 'disabled' });
    if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join(' ')}`);
    if (png.length > BYTES_AT_MOST) throw new Error(`plan-${language}.png has ${png.length} bytes`);
    writeFileSync(join(folder, `plan-${language}.png`), png);
    process.stderr.write(`docs/pictures/plan-${language}.png ${(png.length / 1000).toFixed(0)} kB\n`);
    await context.close();
  }
} finally {
  await app.stop();
}

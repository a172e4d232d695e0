import { dkimVerify } from 'mailauth';
import { confirmFile } from '../src/app/confirm/confirm.ts';
import { loadMessages } from '../src/locale/messages.ts';
import { sayer } from '../src/locale/say.ts';
import { BODY, confirmDeps, confirmInput, HEADERS, KEY_RECORD, plainMail, signed } from '../src/testing/signed-mail.ts';

const ROUNDS = 7;
const MAILS = 200;
/** Terms and footers as every mail of a carrier has them; 28 kB in all. */
const TERMS = 'This mailbox is not monitored. Taxes, surcharges and fees may apply where you live.\r\n'.repeat(330);

/** Mails verified and classified in a second on one core, and as a ratio to mailauth alone on the same mails (medians of seven rounds). */
export async function confirmCost(): Promise<{ confirmPerSecond: number; confirmToMailauth: number }> {
  const say = sayer('en', await loadMessages('en'));
  const deps = confirmDeps();
  const input = confirmInput(await signed(plainMail(HEADERS, BODY + TERMS)));
  const bytes = Buffer.from(input.bytes);
  const resolver = async (): Promise<string[][]> => [[KEY_RECORD]];
  const bare = (): Promise<unknown> => dkimVerify(bytes, { resolver } as never);
  const ours = (): Promise<unknown> => confirmFile(input, deps, say);
  const rates: { bare: number; ours: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const rate = { bare: await perSecond(bare), ours: await perSecond(ours) };
    // The first round warms the compiler up.
    if (round > 0) rates.push(rate);
  }
  return {
    confirmPerSecond: Math.round(median(rates.map(({ ours: own }) => own))),
    confirmToMailauth: Number(median(rates.map(({ bare: alone, ours: own }) => own / alone)).toFixed(2)),
  };
}

async function perSecond(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let done = 0; done < MAILS; done += 1) await act();
  return (MAILS * 1000) / (performance.now() - begun);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

import { describe, expect, test } from 'vitest';
import { aBrand, aProduct, fact, firstProduct } from '../../testing/catalog.ts';
import { preparing } from '../../testing/prepare.ts';
import { aRule, chosen, type Row, RULES, stateOf, told, travel, worldOf } from '../case/examples.ts';
import type { Brand, Rule } from '../catalog/schema.ts';
import type { OptionKind } from '../decide/types.ts';
import { type CaseHistory, historyOf, NO_HISTORY } from './history.ts';
import { prepare } from './prepare.ts';
import type { Line, Prepared } from './types.ts';

const rules: Rule[] = [...RULES, aRule('ccpa-delete', { days: 45 }), aRule('ccpa-ack', { days: 10, unit: 'business' })];
const acme = aBrand({}, [aProduct({ refund: { deposit: fact('yes') } })]);
const debit = { payment: 'us-debit', line: { autopay: true, cycleDay: 12, monthlyUsd: '40.00' } };

interface Given {
  brand?: Brand;
  kind?: OptionKind;
  rules?: readonly Rule[];
  situation?: { line?: object; [field: string]: unknown };
  history?: Partial<CaseHistory>;
}

function prepared({ brand = acme, kind = 'cancel', rules: own = rules, situation = {}, history }: Given): Prepared {
  const input = preparing({ brand, kind, rules: own }, situation);
  return prepare(history ? { ...input, history: { ...NO_HISTORY, ...history } } : input);
}

const kinds = (given: Given): string[] => prepared(given).extras.map(({ kind }) => kind);
const writing = (given: Given, kind: string) => {
  const found = prepared(given).extras.find((extra) => extra.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found.writing;
};
const codes = (lines: readonly Line[]): string[] => lines.map(({ code }) => code.replace('document.', ''));

describe('which letters a case calls for', () => {
  test('none beyond the request where nothing more is known', () => {
    expect(kinds({})).toEqual([]);
  });

  test('money back: only for what may come back', () => {
    expect(kinds({ situation: { line: { depositUsd: '50.00' } } })).toEqual(['refund-request']);
    const kept = aBrand({}, [aProduct({ refund: { deposit: fact('no') } })]);
    expect(kinds({ brand: kept, situation: { line: { depositUsd: '50.00' } } })).toEqual([]);
    expect(kinds({ kind: 'suspend', situation: { line: { depositUsd: '50.00' } } })).toEqual([]);
    // On a monthly bill a balance is what is owed.
    expect(kinds({ situation: { line: { balanceUsd: '50.00' } } })).toEqual([]);
    const paid = aBrand({}, [aProduct({ service: { hasNumber: true, billing: 'prepaid' } })]);
    expect(kinds({ brand: paid, situation: { line: { balanceUsd: '50.00' } } })).toEqual(['refund-request']);
    expect(kinds({ brand: travel, situation: { line: { balanceUsd: '5.00', autopay: true } } })).toEqual([]);
  });

  test('after the end the sum that is due counts, not what was once told', () => {
    const situation = { line: { depositUsd: '50.00' } };
    expect(kinds({ situation, history: { ended: true } })).toEqual([]);
    const due = writing({ situation, history: { ended: true, refundUsd: '12.00' } }, 'refund-request');
    expect(due.paragraphs[0]).toContainEqual({ code: 'document.refund.due', values: { usd: '12.00' } });
  });

  test('automatic payment: withdrawn where it runs; the bank is told only for a US consumer account', () => {
    expect(kinds({ situation: debit })).toEqual(['autopay-withdrawal', 'stop-payment']);
    expect(kinds({ situation: { ...debit, payment: 'us-credit' } })).toEqual(['autopay-withdrawal']);
    expect(kinds({ situation: { ...debit, line: { autopay: false } } })).toEqual([]);
    expect(kinds({ kind: 'keep', situation: debit })).toEqual([]);
    const business = aBrand({}, [aProduct({ service: { hasNumber: true, billing: 'postpaid', forBusiness: true } })]);
    expect(kinds({ brand: business, situation: debit })).toEqual(['autopay-withdrawal']);
  });

  test('a rule that is not in force carries no letter and no citation', () => {
    for (const state of ['vacated', 'disputed', 'unclear', 'adopted-not-binding'] as const) {
      const own = rules.map((rule) => ({ ...rule, state }));
      expect(kinds({ rules: own, situation: debit }), state).toEqual(['autopay-withdrawal']);
      const trouble = { trouble: ['refused'] as const };
      expect(kinds({ rules: own, history: trouble }), state).toEqual(['dispute-notice']);
      expect(JSON.stringify(prepared({ rules: own, situation: debit, history: trouble })), state).not.toContain(
        'reg-e',
      );
    }
  });

  test('a second request, a dispute, a complaint: only after trouble, and only to whom it concerns', () => {
    const asked = { on: '2026-10-01', via: 'letter' };
    expect(kinds({ history: { asked } })).toEqual([]);
    expect(kinds({ history: { asked, trouble: ['no-answer'] } })).toEqual([
      'second-request',
      'dispute-notice',
      'complaint',
    ]);
    expect(kinds({ history: { asked, trouble: ['refused'] } })).toEqual(['dispute-notice', 'complaint']);
    expect(kinds({ brand: travel, history: { asked, trouble: ['refused'] } })).toEqual(['dispute-notice']);
    expect(kinds({ kind: 'keep', history: { trouble: ['charge'] } })).toEqual([]);
  });

  test('deletion comes last, and names a law only for who surely lives under it', () => {
    expect(kinds({ history: { settled: true } })).toEqual([]);
    const over = { settled: true, ended: true, endedOn: '2026-11-01' };
    expect(kinds({ history: over })).toEqual(['deletion-request']);
    const cited = (given: Given): boolean =>
      codes(writing({ history: over, ...given }, 'deletion-request').paragraphs.flat()).includes('deletion.right');
    const CA = { holder: { state: 'CA' } };
    expect(cited({ situation: CA })).toBe(true);
    expect(cited({ situation: { holder: { state: 'California' } } })).toBe(true);
    expect(cited({ situation: { holder: { state: 'NY' } } })).toBe(false);
    expect(cited({})).toBe(false);
    expect(cited({ situation: { ...CA, leavesOn: '2026-11-25' } })).toBe(false);
    expect(cited({ brand: aBrand({ kind: 'mvno' }), situation: CA })).toBe(false);
    expect(cited({ rules: [aRule('ccpa-delete', {}, 'vacated')], situation: CA })).toBe(false);
  });
});

describe('where a notice of dispute goes', () => {
  const rows = (disputes: object, slug = 'acme', own = rules) => {
    const brand = aBrand({ slug }, [aProduct({ disputes })]);
    return writing({ brand, rules: own, history: { trouble: ['refused'] } }, 'dispute-notice');
  };
  const said = (lines: readonly Line[]): unknown[] => lines.map(({ code, values }) => values.text ?? code);

  test('to the address of the catalog, city and code in one row', () => {
    const address = fact('Acme Legal, P.O. Box 1, Springfield, IL 62701');
    expect(said(rows({ noticeAddress: address }).recipient)).toEqual([
      'Acme Legal',
      'P.O. Box 1',
      'Springfield, IL 62701',
    ]);
  });

  test('else to the form, else a gap; sources that disagree are a gap too', () => {
    const name = { text: firstBrandName() };
    expect(said(rows({ noticeUrl: fact('https://acme.example/notice') }).recipient)).toEqual([
      name,
      'document.dispute.form',
    ]);
    expect(said(rows({}).recipient)).toEqual([name, 'document.gap.noticeAddress']);
    const split = fact('A, B', { confidence: 'conflicting', alternatives: [{ value: 'C, D', sources: [] }] });
    expect(said(rows({ noticeAddress: split }).recipient)).toEqual([name, 'document.gap.noticeAddress']);
  });

  test('the contract is cited only where its own rule was read and its sources agree', () => {
    const notice = aRule('att-notice-of-dispute', { days: 60, unit: 'calendar' }, 'contract');
    const about = (own: Rule[], slug: string): string[] => codes(rows({}, slug, own).paragraphs[0] ?? []);
    expect(about([notice], 'att')).toContain('dispute.contractDays');
    expect(about([{ ...notice, confidence: 'conflicting' }], 'att')).toContain('dispute.plain');
    expect(about([notice], 'acme')).toContain('dispute.plain');
    expect(about([{ ...notice, state: 'vacated' }], 'att')).toContain('dispute.plain');
  });
});

function firstBrandName() {
  return aBrand({}, [firstProduct(acme)]).name;
}

describe('what the events of a case say', () => {
  const base: Row[] = [told(debit as never), ['option-chosen', '2026-11-24', chosen('cancel')]];
  const asked: Row = ['request-sent', '2026-12-01', { via: 'email', purpose: 'cancel', reference: 'R 1' }];
  const at = (rows: Row[], today: string): CaseHistory => historyOf(stateOf(rows), worldOf(acme, today));

  test('nothing yet', () => {
    expect(at(base, '2026-11-25')).toEqual({ ...NO_HISTORY, debitOn: expect.any(String) });
  });

  test('a request that is not answered in time; a complaint about it ends the asking again', () => {
    expect(at([...base, asked], '2026-12-02').trouble).toEqual([]);
    const late = at([...base, asked], '2027-01-15');
    expect(late.trouble).toEqual(['no-answer']);
    expect(late.asked).toEqual({ on: '2026-12-01', via: 'email' });
    expect(codes(late.happened)).toEqual(['happened.request']);
  });

  test('a refusal stands until it is taken back by a confirmation or settled', () => {
    const refused: Row = ['contact-logged', '2026-12-03', { via: 'phone', outcome: 'refused' }];
    expect(at([...base, asked, refused], '2027-01-15').trouble).toEqual(['refused']);
    const settled: Row = ['contact-logged', '2026-12-04', { outcome: 'resolved' }];
    expect(at([...base, asked, refused, settled], '2026-12-05').trouble).toEqual([]);
    const confirmed: Row = ['confirmation-accepted', '2026-12-04', { effectiveDate: '2026-12-10' }];
    const history = at([...base, asked, refused, confirmed], '2026-12-05');
    expect(history.trouble).toEqual([]);
    expect(history).toMatchObject({ endedOn: '2026-12-10', ended: false });
    expect(codes(history.happened)).toEqual(['happened.request', 'happened.refused', 'happened.confirmed.day']);
  });

  test('a charge after the end, and its coming back', () => {
    const ended: Row[] = [
      ...base,
      asked,
      ['confirmation-accepted', '2026-12-02', { effectiveDate: '2026-12-10' }],
      ['charge-seen', '2026-12-20', { amountUsd: '40.00', date: '2026-12-15' }],
    ];
    expect(at(ended, '2026-12-21')).toMatchObject({ trouble: ['charge'], chargedUsd: '40.00', ended: true });
    const back: Row[] = [
      ...ended,
      ['refund-seen', '2026-12-28', { amountUsd: '40.00' }],
      ['balance-recorded', '2026-12-29', { balanceUsd: '0.00', side: 'owed' }],
    ];
    expect(at(back, '2026-12-30')).toMatchObject({ trouble: [], chargedUsd: null, settled: true });
  });
});

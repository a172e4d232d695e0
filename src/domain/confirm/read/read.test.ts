import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadContext, Reading, ReadingKind } from '../reading.ts';
import { readAnswer } from './read.ts';

const CONTEXT: ReadContext = {
  line: { carrier: 'acme', msisdn: '+12025550143', iccid: '8901260123456789012' },
  accountNumber: '998877665',
  receivedOn: '2026-12-01',
  zone: 'America/New_York',
  carrierNames: ['Acme Wireless'],
};
const read = (text: string, more: Partial<ReadContext> = {}): Reading => readAnswer(text, { ...CONTEXT, ...more });

const KINDS: [ReadingKind, string][] = [
  [
    'accepted',
    'Your line (202) 555-0143 has been cancelled effective December 11, 2026. Confirmation number: AC-448812.',
  ],
  [
    'accepted',
    'Hi Wei,\n\nThis email confirms the cancellation of your wireless service for 202-555-0143. Your last day of service is 12/11/2026.',
  ],
  ['accepted', 'We have disconnected your line ending in 0143 as of Dec. 11th, 2026.'],
  ['accepted', 'Your service will end on Friday, December 11, 2026.'],
  ['accepted', 'Your account is scheduled to be closed on 12/11/2026. Acme Wireless'],
  ['accepted', 'Your cancellation request has been processed. Your phone service ends on 2026-12-11.'],
  ['accepted', 'Status: Cancelled\nPhone number: 202-555-0143\nEffective date: 12/11/2026'],
  ['accepted', 'Your cancellation is scheduled for December 11, 2026.'],
  ['accepted', 'We will cancel your line at the end of your billing cycle on December 11, 2026.'],
  ['accepted', "We've successfully canceled your line. You will not be charged after December 11."],
  [
    'accepted',
    'As requested, your mobile number 202-555-0143 was deactivated on December 1, 2026. If you change your mind, call us by December 20.',
  ],
  ['accepted', 'The following lines have been cancelled:\n- 202-555-0143\n- 202-555-0144'],
  ['accepted', 'Your request to cancel line ***-***-0143 has been completed.'],
  ['accepted', 'Su línea 202-555-0143 ha sido cancelada el 11 de diciembre de 2026.'],
  ['accepted', 'Su servicio será cancelado el 11 de diciembre de 2026.'],
  ['accepted', '您的号码 202-555-0143 已于2026年12月11日注销。'],
  ['accepted', '您的线路将于 2026年12月11日 取消，服务使用至当日为止。'],
  ['accepted', 'Your Acme Wireless account has been closed. Your final bill of $23.10 will be mailed.'],
  ['accepted', 'We are sorry to see you go. Your service was cancelled on 12/01/2026.'],
  ['accepted', 'Your line has been successfully disconnected and you will not be billed again.'],
  ['received-only', 'We received your request to cancel line 202-555-0143. Your request number is 44812.'],
  ['received-only', 'Your request to cancel is being reviewed.'],
  [
    'received-only',
    'Thank you for contacting us. Your cancellation request is in progress and we will get back to you within 5 business days.',
  ],
  ['received-only', 'This is to confirm receipt of your request to terminate service.'],
  ['received-only', 'Your cancellation request has been submitted. Ticket 55123.'],
  ['received-only', 'We are processing your cancellation.'],
  ['received-only', 'Hemos recibido su solicitud de cancelación.'],
  ['received-only', '我们已收到您的取消申请，正在处理。'],
  ['pre-registered', 'Your cancellation has been pre-registered. Please call us within 7 days to complete it.'],
  ['pre-registered', 'We will cancel your line once you call us at 800-555-0100.'],
  ['pre-registered', 'Your line will be cancelled on December 11, 2026 once you confirm by replying YES.'],
  ['pre-registered', 'To complete your cancellation, please call 1-800-555-0199 by December 3.'],
  ['pre-registered', 'You must call us within 7 days to finalize your request, or your line stays active.'],
  ['pre-registered', 'Your cancellation request is pending your confirmation.'],
  ['pre-registered', 'Debe llamar al 800-555-0100 dentro de 7 días para completar la cancelación.'],
  ['pre-registered', '请在7天内致电客服确认，否则线路不会取消。'],
  ['port-out', 'Your number 202-555-0143 has been transferred to another carrier.'],
  ['port-out', 'Your port-out request has been completed.'],
  ['final-bill', 'Your final bill is ready. Amount due: $12.40.'],
  ['retention-offer', "We'd hate to see you go! Stay with us and get 50% off for 6 months."],
  ['other', 'We could not cancel your line. Please contact support.'],
  ['other', 'Your line could not be cancelled because of an open balance.'],
  ['other', 'We were unable to process your cancellation.'],
  ['other', 'Your cancellation request has been denied.'],
  ['other', 'Your cancellation request has been cancelled and your line remains active.'],
  ['other', 'The cancellation of your order 12345 is confirmed.'],
  ['other', 'Your appointment has been cancelled.'],
  ['other', 'AutoPay has been cancelled for your account.'],
  ['other', 'Your AutoPay cancellation is confirmed.'],
  ['other', 'Your Netflix add-on has been cancelled.'],
  ['other', 'You are scheduled to receive a call from us on December 11.'],
  ['other', 'You can cancel anytime. Your bill is ready.'],
  ['other', 'Your service will be disconnected on December 11, 2026 due to non-payment.'],
  ['other', 'Your line has been suspended.'],
  ['other', 'If your line was cancelled by mistake, call us.'],
  ['other', 'After your line is cancelled, you can no longer use the number.'],
  ['other', 'Do you want your line to be cancelled on December 11?'],
  ['other', 'Your account has been closed. Click here to verify your identity.'],
  ['other', 'No se pudo cancelar su línea.'],
  ['other', '我们未能取消您的线路。'],
  ['other', 'Your chat has been closed. Thank you for chatting with Acme Wireless.'],
  ['other', 'Thanks for your payment. See you soon!'],
  ['other', 'You: please confirm my line has been cancelled\nAgent: Let me check that for you.'],
];

describe('kind', () => {
  it.each(KINDS)('%s: %s', (kind, text) => {
    expect(read(text).kind).toBe(kind);
  });

  it('passes over an earlier message repeated below', () => {
    const text =
      'We have received your mail.\n\nOn Mon, Nov 30, 2026 at 9:00 AM Wei <wei@example.com> wrote:\n> Your line has been cancelled.\nYour line has been cancelled effective 12/11/2026.';
    expect(read(text).kind).toBe('other');
    expect(read(text).effectiveDate).toBe(null);
  });
});

const DATES: [string | null, string][] = [
  ['2026-12-11', 'Your line has been cancelled effective 12/11/2026.'],
  ['2026-12-11', 'Your line has been cancelled effective Dec. 11th, 2026.'],
  ['2026-12-11', 'Your line will be cancelled on December 11.'],
  ['2026-12-11', 'Your line will be cancelled on 11 December 2026.'],
  ['2026-12-11', 'Your line will be cancelled on 11-Dec-2026.'],
  ['2026-12-11', 'Your line will be cancelled on the 11th of December, 2026.'],
  ['2026-12-11', 'Your line will be cancelled on Friday, Dec 11.'],
  ['2026-12-11', 'Your line will be cancelled on 12/11.'],
  ['2026-12-11', 'Your line will be cancelled on 12/11/26.'],
  ['2026-12-11', 'On December 11, 2026, your line will be cancelled.'],
  ['2026-12-12', 'Your line will be cancelled at 11:59 PM PT on December 11, 2026.'],
  ['2026-12-12', 'Your line will be cancelled on December 11, 2026 at 11:59 p.m. Pacific Time.'],
  ['2026-12-11', 'Your line will be cancelled at 11:59 PM ET on December 11, 2026.'],
  ['2026-12-11', 'Your line was disconnected. Effective 2026-12-12T04:59:00Z'],
  [
    '2026-12-11',
    'Your line has been cancelled. You requested this on 12/01/2026. Last day of service: December 11, 2026. Final bill due 12/28/2026.',
  ],
  [
    '2026-12-11',
    'We received your cancellation request submitted on November 30, 2026. Your service will end on December 11, 2026.',
  ],
  ['2027-01-05', 'Your line will be cancelled on January 5.'],
  [null, 'Your line will be cancelled on Thursday, December 11, 2026.'],
  [null, 'Your line has been cancelled effective 13/12/2026.'],
  [null, 'Your line will be cancelled on February 30, 2027.'],
  [null, 'Your line will be cancelled at the end of your billing cycle.'],
  [null, 'Your line will be cancelled on December 11, 2026. Your last day of service is December 12, 2026.'],
  [null, 'Your line could not be cancelled on December 11, 2026.'],
  ['2026-12-11', '您的线路将于2026年12月11日终止。'],
  ['2026-12-11', 'Su línea será cancelada el 11 de diciembre de 2026.'],
];

describe('effective date', () => {
  it.each(DATES)('%s: %s', (date, text) => {
    expect(read(text).effectiveDate?.value ?? null).toBe(date);
  });
});

const LINES: [boolean | null, string][] = [
  [true, 'Your line (202) 555-0143 has been cancelled.'],
  [true, 'Your line +1 202.555.0143 has been cancelled.'],
  [true, 'Your line 2025550143 has been cancelled.'],
  [true, 'Your line ***-***-0143 has been cancelled.'],
  [true, 'Your line (•••) •••-0143 has been cancelled.'],
  [true, 'Your line ending in 0143 has been cancelled.'],
  [true, 'Your line xxx0143 has been cancelled.'],
  [true, 'Your line XXX-XXX-0143 has been cancelled.'],
  [true, 'Your line (202) ***-0143 has been cancelled.'],
  [true, 'Your line with the SIM ICCID ending in 9012 has been cancelled.'],
  [true, 'Your line has been cancelled. Account number: 998877665'],
  [true, '您尾号为0143的线路已取消。'],
  [false, 'Your line ending in 0144 has been cancelled.'],
  [false, 'Your line ***-***-0199 has been cancelled.'],
  [false, 'Your line (202) 555-0199 has been cancelled.'],
  [false, 'Your line 202-555-0144 has been cancelled. Your line 202-555-0143 is not affected.'],
  [false, 'Your line has been cancelled. Account number: 123456789'],
  [null, 'Your line has been cancelled. Questions? Call 202-555-0199.'],
  [null, 'Your line has been cancelled. Refund to card ending in 4242.'],
  [null, 'Your line ending in 43 has been cancelled.'],
];

describe('line', () => {
  it.each(LINES)('%s: %s', (matches, text) => {
    expect(read(text).line.matches).toBe(matches);
  });
});

const REFERENCES: [string | null, string][] = [
  ['AC-448812', 'Confirmation number: AC-448812.'],
  ['448812', 'Your confirmation # is 448812'],
  ['CAS-2026-00123', 'Case ID: CAS-2026-00123'],
  ['T5512399', 'reference no. T5512399'],
  ['55123', 'Ticket #55123 has been opened'],
  ['A1B2C3D4', '确认号：A1B2C3D4。'],
  ['88123', 'Su número de confirmación es: 88123'],
  [null, 'In case of 555 questions call 202-555-0199'],
  [null, 'Reference: 202-555-0143'],
  [null, 'Your confirmation code is 123456. Never share this code.'],
  [null, 'Confirmation number: A11111. Confirmation number: B22222.'],
];

describe('reference', () => {
  it.each(REFERENCES)('%s: %s', (value, text) => {
    expect(read(text).reference?.value ?? null).toBe(value);
  });
});

describe('money and terms', () => {
  it.each([
    [['final-bill', 2310], 'Your final bill is $23.10.'],
    [['refund', 1500], 'A refund of $15 will be issued.'],
    [['fee', 120000], 'An early termination fee of $1,200.00 applies.'],
    [['unknown', 500], 'It costs $5.00.'],
  ] as const)('%s: %s', (expected, text) => {
    expect(read(text).amounts.map(({ about, value }) => [about, value])).toEqual([expected]);
  });

  it.each([
    ['2026-12-08', 'Please call us within 7 days to complete your cancellation.'],
    ['2026-12-03', 'Call by Dec 3 to confirm your cancellation.'],
    ['2026-12-08', 'Please call within five business days to confirm.'],
    ['2026-12-08', '请在7天内致电确认。'],
    [null, 'We will call you within 7 days.'],
    [null, 'Return your equipment within 14 days. If you have questions, call us.'],
  ])('%s: %s', (day, text) => {
    expect(read(text).callBy?.value ?? null).toBe(day);
  });
});

const pieces = fc.constantFrom(
  ...[...KINDS, ...DATES, ...LINES, ...REFERENCES].map(([, text]) => text),
  '\u200b',
  '＊＊＊',
  '“',
  '\r\n',
  '\n> ',
  '12/11/2026',
  '$',
  '202‑555‑0143',
  '…',
);
const spansOf = (reading: Reading) => [
  reading.kindSpan,
  reading.effectiveDate?.span,
  reading.reference?.span,
  reading.callBy?.span,
  ...reading.line.spans,
  ...reading.amounts.map(({ span }) => span),
  ...reading.grounds.map(({ span }) => span),
];

describe('whatever the text', () => {
  it('quotes exactly what stands at the offsets', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 8 }),
        (parts) => {
          const text = parts.join(' ');
          for (const span of spansOf(read(text))) {
            if (span) expect(text.slice(span.start, span.end)).toBe(span.quote);
          }
        },
      ),
    );
  });

  it('gives a reading for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(read(text).kind).not.toBe('accepted');
      }),
    );
  });
});

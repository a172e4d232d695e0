import { describe, expect, test } from 'vitest';
import type { ReadContext } from '../reading.ts';
import { readAnswer } from './read.ts';

const context: ReadContext = {
  line: { carrier: 'acme', msisdn: '+12025550143', iccid: '8901260000000000002' },
  accountNumber: '987654321',
  receivedOn: '2026-11-25',
  zone: 'America/New_York',
  carrierNames: ['Acme'],
};
const read = (text: string) => readAnswer(text, context);

describe('what an answer says', () => {
  test.each<[text: string, kind: string, effectiveDate: string | null, reference: string | null]>([
    [
      'Your line (202) 555-0143 has been cancelled effective 12/11/2026. Confirmation number: CX-48213.',
      'accepted',
      '2026-12-11',
      'CX-48213',
    ],
    [
      'Cancellation confirmed\n\nService end date\nDecember 11, 2026\n\nReference #AB12345',
      'accepted',
      '2026-12-11',
      'AB12345',
    ],
    [
      'Your last day of service is 11 December 2026. Your final bill of $23.10 is due on 01/05/2027.',
      'accepted',
      '2026-12-11',
      null,
    ],
    [
      'Request received on November 25, 2026. Your plan is scheduled to be cancelled on January 3.',
      'accepted',
      '2027-01-03',
      null,
    ],
    [
      'Your wireless service ending in 0143 was disconnected today. The change is effective immediately.',
      'accepted',
      '2026-11-25',
      null,
    ],
    [
      'We have received your request to cancel. Ticket #99812 — we will contact you within 2 business days.',
      'received-only',
      null,
      '99812',
    ],
    ['Your cancellation request has been submitted and is being reviewed.', 'received-only', null, null],
    [
      'You are pre-registered for cancellation. Call us within 7 days to complete it. Reference: PR-7781',
      'pre-registered',
      null,
      'PR-7781',
    ],
    [
      'Your request is registered. To complete your cancellation, please call 1-800-555-0199 by December 2.',
      'pre-registered',
      null,
      null,
    ],
    ['Almost done! Your line is not cancelled yet. You must call us to confirm.', 'pre-registered', null, null],
    ['AutoPay has been cancelled for your account.', 'other', null, null],
    ['Your device protection has been cancelled.', 'other', null, null],
    ['Your line could not be cancelled. Please try again.', 'other', null, null],
    [
      'Baja confirmada\n\nSu línea (•••) •••-0143 será dada de baja. Último día de servicio: 15 de diciembre de 2026.\n\nNúmero de confirmación: BR-352111',
      'accepted',
      '2026-12-15',
      'BR-352111',
    ],
    ['Your final bill is ready: $23.10, due 12/20/2026.', 'final-bill', null, null],
    ['Before you go: stay with us and get 50% off for 3 months!', 'retention-offer', null, null],
    [
      'Su línea terminada en 0143 ha sido cancelada. Fecha efectiva: 11 de diciembre de 2026. Número de confirmación: ES-5521',
      'accepted',
      '2026-12-11',
      'ES-5521',
    ],
    ['Para completar la cancelación, llámenos dentro de 7 días.', 'pre-registered', null, null],
    [
      '您的号码（尾号 0143）已注销，服务终止日期：2026年12月11日。受理编号：ZX20261',
      'accepted',
      '2026-12-11',
      'ZX20261',
    ],
    ['注销申请已提交，工单号 66001，客服将在48小时内联系您。', 'received-only', null, '66001'],
    ['您已预登记注销，请在7天内致电客服完成确认。', 'pre-registered', null, null],
    ['您的號碼將於12月11日註銷。', 'accepted', '2026-12-11', null],
    ['Your number has been ported out to another carrier.', 'port-out', null, null],
    ['Hello! How can I help you today?', 'other', null, null],
  ])('%s', (text, kind, effectiveDate, reference) => {
    const reading = read(text);
    expect({
      kind: reading.kind,
      effectiveDate: reading.effectiveDate?.value ?? null,
      reference: reading.reference?.value ?? null,
    }).toEqual({ kind, effectiveDate, reference });
  });

  test('two days for the end are none, and it says so', () => {
    const reading = read('Your line has been cancelled effective 12/11/2026. Your service will end on 12/15/2026.');
    expect(reading).toMatchObject({ kind: 'accepted', effectiveDate: null });
  });

  test('what was quoted of an earlier message is not the answer', () => {
    const text =
      'Thanks, how can I help?\n\nOn Tue, Nov 24, 2026 at 9:00 AM Wei wrote:\n> My line has been cancelled on 12/01/2026';
    expect(read(text).kind).toBe('other');
  });

  test.each<[string, boolean | null]>([
    ['Your line +1 (202) 555-0143 is cancelled', true],
    ['line 202.555.0143', true],
    ['number (***) ***-0143', true],
    ['number •••-•••-0143', true],
    ['the line ending in 0143', true],
    ['尾号0143', true],
    ['line ending in 0199 is cancelled', false],
    ['Your line (202) 555-0199 is cancelled', false],
    ['Questions? Call 1-800-555-0199', null],
    ['refunded to the card ending in 4242', null],
    ['account 987654321', true],
    ['nothing', null],
  ])('whose line it is: %s', (text, matches) => {
    expect(read(text).line.matches).toBe(matches);
  });

  test('within how many days the missing step is wanted', () => {
    expect(read('You are pre-registered. Call us within 7 days to complete your cancellation.').callBy?.value).toBe(
      '2026-12-02',
    );
    expect(read('To complete your cancellation call us by December 1, 2026.').callBy?.value).toBe('2026-12-01');
  });
});

import { describe, expect, test } from 'vitest';
import { parseSituation } from '../../../domain/case/situation.ts';
import { changedSituation, PATH_OF_MISSING, TOLD_FIELDS, toldOf } from './told.ts';

const situation = {
  line: { carrier: 't-mobile', msisdn: '+12025550143', iccid: '••••0001', monthlyUsd: '70.00' },
  account: { number: '••••', role: 'primary' },
  holder: { address: ['1 Main St', 'Springfield'] },
};

describe('the form of what was told', () => {
  test('changes nothing where nothing was changed', () => {
    expect(changedSituation(situation, toldOf(situation), toldOf(situation))).toEqual(situation);
  });

  test('puts one change in and leaves the rest, masked values too', () => {
    const before = toldOf(situation);
    const after = { ...before, 'holder.name': ' Wei Zhang ', 'number.codesStillSentHere': ['bank'] };
    expect(changedSituation(situation, before, after)).toEqual({
      ...situation,
      holder: { address: ['1 Main St', 'Springfield'], name: 'Wei Zhang' },
      number: { codesStillSentHere: ['bank'] },
    });
  });

  test('an emptied field is not known any more; an address is one line each; dollars may be written as people do', () => {
    const before = toldOf(situation);
    const after = {
      ...before,
      'line.msisdn': ' ',
      'holder.address': '2 Elm St\n\n Boston ',
      'line.monthlyUsd': '$1,070',
    };
    const changed = changedSituation(situation, before, after);
    expect(changed).toMatchObject({
      line: { msisdn: null, monthlyUsd: '1070' },
      holder: { address: ['2 Elm St', 'Boston'] },
    });
    expect(parseSituation(changed).line.monthlyUsd).toBe('1070.00');
  });

  test.each(TOLD_FIELDS.map((field) => [field.path, field] as const))('%s is a field of a situation', (path, field) => {
    const value =
      field.kind === 'date' ? '2026-12-20' : field.kind === 'money' ? '1.00' : (field.options?.[0]?.value ?? 'x');
    const after = { ...toldOf(situation), [path]: field.kind === 'checks' ? [value] : value };
    expect(() => parseSituation(changedSituation(situation, toldOf(situation), after))).not.toThrow();
  });

  test('everything that can be missing has its field', () => {
    const paths = TOLD_FIELDS.map(({ path }) => path);
    expect(Object.values(PATH_OF_MISSING).filter((path) => !paths.includes(path))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { clockOf, EMPTY_DESK, minutesOf, nextLine } from './desk.ts';

describe('a call while it lasts', () => {
  test('takes no time before it began, and at least a minute after', () => {
    expect(minutesOf(EMPTY_DESK, 5)).toBeNull();
    expect(minutesOf({ ...EMPTY_DESK, began: 1_000 }, 2_000)).toBe(1);
    expect(minutesOf({ ...EMPTY_DESK, began: 0, ended: 19 * 60_000 + 40_000 }, 99 * 60_000)).toBe(20);
  });

  test('shows minutes and seconds, never below nothing', () => {
    expect(clockOf(187_900)).toBe('3:07');
    expect(clockOf(61 * 60_000)).toBe('61:00');
    expect(clockOf(-5)).toBe('0:00');
  });

  test('goes on at the first line that was not said', () => {
    expect(nextLine(4, [0, 1, 3])).toBe(2);
    expect(nextLine(2, [0, 1])).toBe(2);
    expect(nextLine(0, [])).toBe(0);
  });
});

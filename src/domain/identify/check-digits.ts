/** Luhn check (ISO/IEC 7812-1) over all digits, the last being the check digit. Takes ASCII digits only. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** ISO 7064 MOD 97-10: the number leaves 1 when divided by 97. Digit by digit, since 32 digits exceed a double. */
export function passesMod97(digits: string): boolean {
  let rest = 0;
  for (let at = 0; at < digits.length; at += 1) rest = (rest * 10 + digits.charCodeAt(at) - 48) % 97;
  return rest === 1;
}

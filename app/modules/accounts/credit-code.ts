// 18 characters: registering body, kind of body, six digits of the registering area, nine of the organisation
// code (itself with a check character, GB 11714-1997) and one check character. No I, O, S, V, Z.
const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * The last character of a unified social credit code, from its first 17: weights 3^(i-1) mod 31 and check value
 * 31 - (sum mod 31), with 31 written as 0 (GB 32100-2015, 4.2.5).
 */
export function checkCharacter(first17: string): string {
  let sum = 0;
  weights.forEach((weight, place) => {
    sum += weight * characters.indexOf(first17[place]!);
  });
  return characters[(31 - (sum % 31)) % 31]!;
}

/** Whether this is a well-formed unified social credit code (统一社会信用代码) with a right check character. */
export function isCreditCode(code: string): boolean {
  return shape.test(code) && checkCharacter(code.slice(0, 17)) === code[17];
}

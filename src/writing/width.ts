/** Full-width digits, letters, @, point, hyphen and underscore in the width that can be dialled, copied and clicked. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ＠．－＿]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0));

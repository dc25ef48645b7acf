import { expect, test } from 'vitest';
import { escapeMarkup, escapeXml, unescapeMarkup } from '../../src/writing/markup.ts';

test('a text is read back as it was written', () => {
  const text = `a < b && "c" > 'd' &amp; &lt;`;
  expect(escapeMarkup(text)).toBe(`a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd' &amp;amp; &amp;lt;`);
  expect(unescapeMarkup(escapeMarkup(text))).toBe(text);
});

test('XML gets only what it can hold', () => {
  expect(escapeXml('\u0000一\ud800\r\n<𬭼')).toBe('\ufffd一\ufffd&#13;\n&lt;𬭼');
  expect(escapeXml('\u0001一', '')).toBe('一');
});

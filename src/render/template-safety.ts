import { Parser } from 'htmlparser2';
import { UserError } from '../diagnostics/user-error.ts';

/** Elements that run code or load files. */
const ELEMENTS = new Set(['applet', 'base', 'embed', 'frame', 'frameset', 'iframe', 'link', 'object', 'portal']);
/** Attributes with files that a page loads by itself. `href` is not one of them: a reader has to follow a link. */
const LOADED = new Set(['src', 'srcset', 'poster', 'background', 'data', 'action', 'formaction', 'xlink:href']);
const IN_STYLE = /@import|url\(\s*["']?(?!data:)/iu;
const DATA = new Set(['application/json', 'application/ld+json']);

/**
 * Throws a UserError if a page contains scripts or loads external files, which a user's template must not add. The error
 * quotes the element.
 */
export function refuseActive(html: string): void {
  let style = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      style = name === 'style';
      if (ELEMENTS.has(name) || (name === 'script' && !DATA.has(attributes.type ?? ''))) refuse(`<${name}>`);
      if (name === 'meta' && (attributes['http-equiv'] ?? '').toLowerCase() === 'refresh')
        refuse('<meta http-equiv="refresh">');
      for (const [key, value] of Object.entries(attributes)) {
        const isForeign = LOADED.has(key) && !/^\s*(?:data:|#|$)/iu.test(value);
        const isScript = key.startsWith('on') || key === 'srcdoc' || /^\s*(?:javascript|vbscript):/iu.test(value);
        if (isForeign || isScript || (key === 'style' && IN_STYLE.test(value)))
          refuse(`<${name} ${key}="${value.slice(0, 40)}">`);
      }
    },
    ontext(text) {
      const found = style ? IN_STYLE.exec(text)?.[0] : undefined;
      if (found !== undefined) refuse(`<style> ${found}`);
    },
    onclosetag: () => {
      style = false;
    },
  });
  parser.end(html);
}

function refuse(what: string): never {
  throw new UserError(
    { zh: `模板里有不能用的内容：${what}`, en: `The template contains something that is not allowed: ${what}` },
    {
      zh: '模板不能带脚本，也不能引用别处的文件；图片写成 data: 网址',
      en: 'A template cannot contain scripts or load other files; write pictures as data: URLs',
    },
  );
}

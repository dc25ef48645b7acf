// No web fonts: in a closed network they cannot be loaded, so the fonts of the system are used.
import { useData } from 'vitepress';
import theme from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import './style.css';

/** The page for a wrong address, in a main element. */
const NotFound = {
  setup() {
    const { theme: texts } = useData();
    return () => {
      const { title, linkText } = texts.value.notFound;
      return h('main', { class: 'vp-doc not-found' }, [h('h1', title), h('p', [h('a', { href: '/' }, linkText)])]);
    };
  },
};

export default { ...theme, Layout: () => h(theme.Layout, null, { 'not-found': () => h(NotFound) }) };

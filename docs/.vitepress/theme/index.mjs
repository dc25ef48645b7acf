// No web fonts: in a closed network they cannot be loaded, so the fonts of the system are used.
import theme from 'vitepress/theme-without-fonts';
import './style.css';

export default theme;

// No web fonts: readers behind a closed network have those of their system.
import theme from 'vitepress/theme-without-fonts';
import './style.css';

export default theme;

import { VPHomeFeatures, VPHomeHero } from 'vitepress/theme-without-fonts';
import { h } from 'vue';

/** The start page in a main element. */
export default { render: () => h('main', { class: 'VPHome' }, [h(VPHomeHero), h(VPHomeFeatures)]) };

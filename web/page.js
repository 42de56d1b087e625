// The hosted page: one explorer over the whole window.

import { define } from './element.js';
import { keepForOffline } from './offline.js';
import { liveInPage } from './whole_page.js';

const explorer = document.getElementById('explorer');
explorer.setAttribute('editing', 'on');
explorer.dataset.teach = 'teach/';
liveInPage(explorer, keepForOffline);
define();

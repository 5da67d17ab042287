import { showPage } from '../shared/show-page.tsx';

showPage(<main>Soon.</main>);

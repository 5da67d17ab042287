import { showPage } from '../shared/show-page.tsx';
import { FrontPage } from './front-page.tsx';

showPage(<FrontPage />);

import { showPage } from '../shared/show-page.tsx';
import { Family } from './family.tsx';

showPage(<Family />);

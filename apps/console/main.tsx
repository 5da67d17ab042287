import { showPage } from '../shared/show-page.tsx';
import { Console } from './console.tsx';

showPage(<Console />);

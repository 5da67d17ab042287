import { Mantine } from '../shared/mantine.tsx';
import { showPage } from '../shared/show-page.tsx';
import { FrontPage } from './front-page.tsx';

showPage(
  <Mantine>
    <FrontPage />
  </Mantine>,
);

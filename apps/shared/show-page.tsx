import '@mantine/core/styles.css';
import './design.css';
import { createTheme, MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'sm',
});

/** The system's choice of light or dark is followed; nothing is kept. */
const colorSchemes: MantineColorSchemeManager = {
  get: (usual) => usual,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** Renders a page into the document. No style element is ever made: Mantine's variables lie in its stylesheet and in ours. */
export function showPage(page: ReactNode): void {
  const root = document.getElementById('page');
  if (root === null) throw new Error('The document has no place for the page.');
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemes}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        {page}
      </MantineProvider>
    </StrictMode>,
  );
}

import './design.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Renders a page into the document. */
export function showPage(page: ReactNode): void {
  const root = document.getElementById('page');
  if (root === null) throw new Error('The document has no place for the page.');
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}

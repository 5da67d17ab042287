import { RouterProvider } from '@tanstack/react-router';
import { ChosenProvider } from './chosen.tsx';
import { router } from './router.tsx';

/** The jobs, for an officer who has signed in. */
export default function Screens() {
  return (
    <ChosenProvider>
      <RouterProvider router={router} />
    </ChosenProvider>
  );
}

import { useRouter } from '@tanstack/react-router';
import { dayOf, momentOf } from '../../shared/days.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/session.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { capital } from '../../shared/words.ts';
import { InboxDocument } from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';
import { tasksIn, type Task } from './tasks.ts';

/** What waits for this officer, the nearest deadline first; what is done; what the officer was told. */
export function InboxScreen() {
  const { session } = useSignedIn();
  const { answer } = useAnswer(InboxDocument, {});
  if (answer === undefined) return <p role="status">Looking …</p>;
  const tasks = answer.data === undefined ? [] : tasksIn(answer.data, session.agency, Date.now());
  const open = tasks.filter(({ done }) => done === undefined);
  const done = tasks.filter((task) => task.done !== undefined);
  const notices = answer.data?.notices ?? [];
  return (
    <>
      <h1>Inbox</h1>
      <FaultNote faults={answer.faults} />
      <h2>Waiting for you</h2>
      {open.length === 0 ? <p className="quiet">Nothing waits for you.</p> : <TaskTable tasks={open} />}
      <h2>What you were told</h2>
      {notices.length === 0 ? (
        <p className="quiet">Nothing yet.</p>
      ) : (
        <ul>
          {notices.map(({ id, kind, at }) => (
            <li key={id}>
              {capital(kind)}, {momentOf(at)}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Done and in force ({done.length})</summary>
        <TaskTable tasks={done} />
      </details>
    </>
  );
}

function TaskTable({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Tasks">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Who asked or acted</th>
            <th scope="col">By</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const jobOf = { request: '/decide', emergency: '/emergency', protocol: '/network' } as const;

function TaskRow({ task }: { readonly task: Task }) {
  const router = useRouter();
  const { choose } = useChosen();
  const { id, kind, title, who, child, due, late, done } = task;
  return (
    <tr>
      <td>
        <button
          type="button"
          className="link"
          onClick={() => {
            choose({
              child,
              ...(kind === 'request' && { request: id }),
              ...(kind === 'emergency' && { emergency: id }),
            });
            void router.navigate({ to: jobOf[kind] });
          }}
        >
          {title}
        </button>
      </td>
      <td>{who}</td>
      <td>{dayOf(due) ?? 'No day set'}</td>
      <td>
        <span className={`badge ${late ? 'late' : ''}`}>{late ? 'overdue' : (done ?? 'to do')}</span>
      </td>
    </tr>
  );
}

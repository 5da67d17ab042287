import { useRouter } from '@tanstack/react-router';
import { Answered } from '../../shared/answered.tsx';
import { dayOf, momentOf } from '../../shared/days.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { sentenceCase } from '../../shared/words.ts';
import { InboxDocument, type InboxQuery } from '../../generated/graph.ts';
import { ChildIs } from '../child-is.tsx';
import { useChosen } from '../chosen.tsx';
import { LazyDetails } from '../lazy-details.tsx';
import { useWhoIs } from '../who-is.ts';
import { tasksIn, type Task } from './tasks.ts';
import { OwnWords } from '../../shared/own-words.tsx';

/** The screen of what waits for this officer, the nearest deadline first; what is done; what the officer was told. */
export function InboxScreen() {
  const { answer } = useAnswer(InboxDocument, {});
  return (
    <>
      <h1>Inbox</h1>
      <Answered answer={answer}>{(data) => <Inbox data={data} />}</Answered>
    </>
  );
}

function Inbox({ data }: { readonly data: InboxQuery }) {
  const { session } = useSignedIn();
  const { done: sinceSignIn } = useChosen();
  const tasks = tasksIn(data, session.agency, Date.now());
  const open = tasks.filter(({ done }) => done === undefined);
  const done = tasks.filter((task) => task.done !== undefined);
  return (
    <>
      {sinceSignIn.length > 0 && (
        <ul className="note done plain-list" aria-label="Done since you signed in">
          {sinceSignIn.map((each, at) => (
            <li key={`${String(at)} ${each}`}>{each}</li>
          ))}
        </ul>
      )}
      <h2>
        Waiting for you <span className="count">{open.length}</span>
      </h2>
      <Tasks tasks={open} none="Nothing waits for you." />
      <h2>What you were told</h2>
      <Told notices={data.notices} />
      <LazyDetails className="done-tasks" summary={`Done, or in force (${String(done.length)})`}>
        {() => <Tasks tasks={done} none="Nothing yet." />}
      </LazyDetails>
    </>
  );
}

function Tasks({ tasks, none }: { readonly tasks: readonly Task[]; readonly none: string }) {
  if (tasks.length === 0) return <p className="empty">{none}</p>;
  return (
    <ol className="tasks">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </ol>
  );
}

function Told({ notices }: Pick<InboxQuery, 'notices'>) {
  if (notices.length === 0) return <p className="empty">Nothing yet.</p>;
  return (
    <ul className="told">
      {notices.map(({ id, sentence, at, record }) => (
        <li key={id}>
          <span>
            {sentence} <SeeRuleSet record={record} />
          </span>{' '}
          <span className="quiet">{momentOf(at)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a notice says of a set of rules is read where the set is: what became of it, and why. */
function SeeRuleSet({ record }: { readonly record: string }) {
  const { session } = useSignedIn();
  const { choose } = useChosen();
  const router = useRouter();
  const [, number] = /^rule-set:(\d+)$/.exec(record) ?? [];
  if (number === undefined || session.agency !== 'network') return null;
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        choose({ ruleSet: Number(number) });
        void router.navigate({ to: '/rules' });
      }}
    >
      See set {number}
    </button>
  );
}

const jobOf = { request: '/decide', emergency: '/emergency', protocol: '/network', confirmation: '/confirm' } as const;

function TaskRow({ task }: { readonly task: Task }) {
  const router = useRouter();
  const whoIs = useWhoIs();
  const { choose } = useChosen();
  const { id, kind, title, more, who, child, due, since, late, done } = task;
  const open = (): void => {
    choose({
      child,
      ...(kind === 'request' && { request: id }),
      ...(kind === 'emergency' && { emergency: id }),
      ...(kind === 'confirmation' && { confirmation: id }),
    });
    void router.navigate({ to: jobOf[kind] });
  };
  return (
    <li>
      <div className="task-what">
        <button type="button" className="link" onClick={open}>
          {title}
        </button>
        {child !== undefined && (
          <div>
            <ChildIs id={child} brief />
          </div>
        )}
        <div className="quiet">
          <OwnWords>{more}</OwnWords>
        </div>
      </div>
      <div className="task-who">{sentenceCase(whoIs(who))}</div>
      <div className="task-when">
        {due === undefined ? `Waits since ${dayOf(since) ?? 'some time'}` : `By ${dayOf(due) ?? ''}`}
      </div>
      <div>
        <span className={`badge ${late ? 'late' : done === undefined ? 'no' : 'yes'}`}>
          {late ? 'overdue' : (done ?? 'to do')}
        </span>
      </div>
    </li>
  );
}

import type { ChildPageQuery } from './graph.generated.ts';
import type { Withheld } from './graph.ts';
import { Piece } from './piece.tsx';
import { plain } from './say.ts';

interface Props {
  readonly child: ChildPageQuery['child'] | undefined;
  readonly withheld: readonly Withheld[];
  /** The paths of the answer that failed. */
  readonly failures: readonly string[];
}

/** The answer about the child, piece by piece. */
export function ChildPieces({ child, withheld, failures }: Props) {
  const state = (coordinate: string, path: string) => ({
    withheld: withheld.find((each) => each.coordinate === coordinate),
    // Withheld with the file it lies in: nothing is said of what is below.
    file: withheld.find((each) => each.coordinate !== coordinate && each.path.join('.') === `child.${path}`),
    failed: failures.some((each) => each !== '' && `child.${path}`.startsWith(each)),
  });
  const file = child?.protection;
  const health = child?.mentalHealth;
  return (
    <dl>
      <Piece title="Born in" value={child?.birthYear?.toString()} {...state('Child.birthYear', 'birthYear')} />
      <Piece title="Protection file" value={plain(file?.status)} {...state('ProtectionFile.status', 'protection')} />
      <Piece title="Risk" value={plain(file?.riskLevel)} {...state('ProtectionFile.riskLevel', 'protection')} />
      <Piece
        title="Diagnosis"
        value={health?.conditions?.map(({ display }) => display).join(', ')}
        {...state('MentalHealthRecord.conditions', 'mentalHealth')}
      />
      <Piece
        title="Safety plan"
        value={health?.safetyPlan?.copingSteps?.join(', ')}
        {...state('MentalHealthRecord.safetyPlan', 'mentalHealth')}
      />
      <Piece title="School grade" value={child?.education?.grade} {...state('EducationRecord.grade', 'education')} />
      <Piece
        title="Police incidents"
        value={child?.incidents?.map(({ violation }) => plain(violation)).join(', ')}
        {...state('Child.incidents', 'incidents')}
      />
    </dl>
  );
}

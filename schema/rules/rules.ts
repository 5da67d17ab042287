import { aboutLeadsToChildren } from './about-leads-to-children.ts';
import { categoriesAreKnown } from './categories-are-known.ts';
import { contextIsRefused } from './context-is-refused.ts';
import { countsAreLabelled } from './counts-are-labelled.ts';
import { noCountsOfRecords } from './no-counts-of-records.ts';
import { derivedValuesBesideRecords } from './derived-values-beside-records.ts';
import { entryIsTheGateways } from './entry-is-the-gateways.ts';
import { everythingIsLabelled } from './everything-is-labelled.ts';
import { federationIsLinked } from './federation-is-linked.ts';
import { filtersAreLabelled } from './filters-are-labelled.ts';
import { flowsAreDeclared } from './flows-are-declared.ts';
import { idsNameNoRecords } from './ids-name-no-records.ts';
import { keysAreNetworkIds } from './keys-are-network-ids.ts';
import { keysNameNoOtherRecord } from './keys-name-no-other-record.ts';
import { labelsCanBeAnswered } from './labels-can-be-answered.ts';
import { labelsAreComposed } from './labels-are-composed.ts';
import { labelsAreLinked } from './labels-are-linked.ts';
import { labelsOnConcreteTypes } from './labels-on-concrete-types.ts';
import { mutationsAreTheNetworks } from './mutations-are-the-networks.ts';
import { neverLabelledAndOpen } from './never-labelled-and-open.ts';
import { noConnectionsOverRecords } from './no-connections-over-records.ts';
import { noInheritedNames } from './no-inherited-names.ts';
import { noSubscriptions } from './no-subscriptions.ts';
import { numbersBesideRecords } from './numbers-beside-records.ts';
import { overridesAreWhole } from './overrides-are-whole.ts';
import { pagesComeAfterTheCut } from './pages-come-after-the-cut.ts';
import { permissionIsByLabel } from './permission-is-by-label.ts';
import { recordsCanBeEntered } from './records-can-be-entered.ts';
import { requiredLabelsAreCarried } from './required-labels-are-carried.ts';
import { requiredStaysInItsRecord } from './required-stays-in-its-record.ts';
import { requiredWithTheSameArguments } from './required-with-the-same-arguments.ts';
import { routingIsOpen } from './routing-is-open.ts';
import { theSameLabelsEverywhere } from './the-same-labels-everywhere.ts';
import { theUnknownIsNull } from './the-unknown-is-null.ts';
import { theWithheldIsNull } from './the-withheld-is-null.ts';
import { whatNamesChildrenSaysWhose } from './what-names-children-says-whose.ts';
import { whoReturnsARecordKnowsWhose } from './who-returns-a-record-knows-whose.ts';
import type { Rule } from './rule.ts';

/** The rules by which a graph that could leak is refused, in the order they are told. */
export const rules: readonly Rule[] = [
  federationIsLinked,
  labelsAreLinked,
  labelsAreComposed,
  entryIsTheGateways,
  everythingIsLabelled,
  neverLabelledAndOpen,
  categoriesAreKnown,
  labelsOnConcreteTypes,
  theSameLabelsEverywhere,
  theWithheldIsNull,
  theUnknownIsNull,
  labelsCanBeAnswered,
  keysAreNetworkIds,
  keysNameNoOtherRecord,
  idsNameNoRecords,
  recordsCanBeEntered,
  aboutLeadsToChildren,
  routingIsOpen,
  whoReturnsARecordKnowsWhose,
  whatNamesChildrenSaysWhose,
  requiredLabelsAreCarried,
  requiredStaysInItsRecord,
  requiredWithTheSameArguments,
  flowsAreDeclared,
  overridesAreWhole,
  contextIsRefused,
  permissionIsByLabel,
  filtersAreLabelled,
  countsAreLabelled,
  noCountsOfRecords,
  numbersBesideRecords,
  derivedValuesBesideRecords,
  pagesComeAfterTheCut,
  noConnectionsOverRecords,
  noSubscriptions,
  mutationsAreTheNetworks,
  noInheritedNames,
];

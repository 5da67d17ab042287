/* eslint-disable -- what the plugins write keeps their style */
// Generated from schema.graphql by `npx trellis types`: do not change it by hand.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CarePlanParent, ConditionParent, EncounterParent, MentalHealthRecordParent, Context } from './parents.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  NetworkId: { input: string; output: string; }
  Category: { input: string; output: string; }
  Purpose: { input: string; output: string; }
  Date: { input: string; output: string | Date; }
  DateTime: { input: string; output: string | Date; }
  _FieldSet: { input: never; output: never; }
};

export type Child = {
  readonly id: Scalars['NetworkId']['output'];
  /** The provider's record; null where there is none. */
  readonly mentalHealth?: Maybe<MentalHealthRecord>;
  /** Whether the child is in service now: the summary of the record's being there. */
  readonly inMentalHealthService?: Maybe<Scalars['Boolean']['output']>;
};

/** A mental-health provider's record, shaped after FHIR R4. */
export type MentalHealthRecord = {
  readonly inService?: Maybe<Scalars['Boolean']['output']>;
  readonly serviceSince?: Maybe<Scalars['Date']['output']>;
  readonly provider?: Maybe<ProviderContact>;
  /** Diagnoses; each may be more sensitive than its kind (`recordCategories`). */
  readonly conditions?: Maybe<ReadonlyArray<Condition>>;
  readonly carePlans?: Maybe<ReadonlyArray<CarePlan>>;
  readonly encounters?: Maybe<ReadonlyArray<Encounter>>;
  readonly riskAssessments?: Maybe<ReadonlyArray<RiskAssessment>>;
  /** Screening questionnaires; with `instrument`, only those of one. */
  readonly scores?: Maybe<ReadonlyArray<ScreeningScore>>;
  readonly safetyPlan?: Maybe<SafetyPlan>;
  readonly sessionNotes?: Maybe<ReadonlyArray<SessionNote>>;
};


/** A mental-health provider's record, shaped after FHIR R4. */
export type MentalHealthRecordConditionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** A mental-health provider's record, shaped after FHIR R4. */
export type MentalHealthRecordEncountersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** A mental-health provider's record, shaped after FHIR R4. */
export type MentalHealthRecordScoresArgs = {
  instrument?: InputMaybe<Instrument>;
};

export type ProviderContact = {
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly organization?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** A diagnosis or problem (FHIR Condition). */
export type Condition = {
  readonly id: Scalars['NetworkId']['output'];
  readonly child?: Maybe<Child>;
  readonly recordCategories?: Maybe<ReadonlyArray<Scalars['Category']['output']>>;
  readonly code?: Maybe<Scalars['String']['output']>;
  /** The code system's URI: SNOMED CT, ICD-10-CA. */
  readonly system?: Maybe<Scalars['String']['output']>;
  readonly display?: Maybe<Scalars['String']['output']>;
  readonly clinicalStatus?: Maybe<ClinicalStatus>;
  readonly onsetOn?: Maybe<Scalars['Date']['output']>;
  readonly abatedOn?: Maybe<Scalars['Date']['output']>;
};

/** What is planned against a condition (FHIR CarePlan). */
export type CarePlan = {
  readonly id: Scalars['NetworkId']['output'];
  readonly child?: Maybe<Child>;
  readonly recordCategories?: Maybe<ReadonlyArray<Scalars['Category']['output']>>;
  readonly title?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly from?: Maybe<Scalars['Date']['output']>;
  readonly to?: Maybe<Scalars['Date']['output']>;
  readonly activities?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A visit (FHIR Encounter). */
export type Encounter = {
  readonly id: Scalars['NetworkId']['output'];
  readonly child?: Maybe<Child>;
  readonly recordCategories?: Maybe<ReadonlyArray<Scalars['Category']['output']>>;
  readonly kind?: Maybe<Scalars['String']['output']>;
  /** Why: as telling as a diagnosis. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type RiskAssessment = {
  readonly id: Scalars['NetworkId']['output'];
  readonly assessedOn?: Maybe<Scalars['Date']['output']>;
  readonly of?: Maybe<RiskOf>;
  /** As the clinician put it. */
  readonly level?: Maybe<Scalars['String']['output']>;
  readonly mitigation?: Maybe<Scalars['String']['output']>;
};

export type ScreeningScore = {
  readonly id: Scalars['NetworkId']['output'];
  readonly instrument?: Maybe<Instrument>;
  readonly scoredOn?: Maybe<Scalars['Date']['output']>;
  readonly total?: Maybe<Scalars['Int']['output']>;
  /** How the instrument reads the total: `moderate`. */
  readonly severity?: Maybe<Scalars['String']['output']>;
};

export type SafetyPlan = {
  readonly id: Scalars['NetworkId']['output'];
  readonly updatedOn?: Maybe<Scalars['Date']['output']>;
  readonly warningSigns?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly copingSteps?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whom the child calls first. */
  readonly supports?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

export type SessionNote = {
  readonly id: Scalars['NetworkId']['output'];
  readonly writtenOn?: Maybe<Scalars['Date']['output']>;
  readonly text?: Maybe<Scalars['String']['output']>;
};

export type ClinicalStatus =
  | 'ACTIVE'
  | 'RECURRENCE'
  | 'RELAPSE'
  | 'INACTIVE'
  | 'REMISSION'
  | 'RESOLVED';

export type Instrument =
  | 'PHQ_9'
  | 'GAD_7'
  | 'SDQ'
  | 'OTHER';

export type RiskOf =
  | 'SELF_HARM'
  | 'SUICIDE'
  | 'VIOLENCE'
  | 'ABUSE'
  | 'OTHER';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Child: Child;
  Condition: Condition;
  CarePlan: CarePlan;
  Encounter: Encounter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Child:
    ( { __typename: 'Child' }
    & GraphQLRecursivePick<FederationTypes['Child'], {"id":true}> );
  Condition:
    ( { __typename: 'Condition' }
    & GraphQLRecursivePick<FederationTypes['Condition'], {"id":true}> );
  CarePlan:
    ( { __typename: 'CarePlan' }
    & GraphQLRecursivePick<FederationTypes['CarePlan'], {"id":true}> );
  Encounter:
    ( { __typename: 'Encounter' }
    & GraphQLRecursivePick<FederationTypes['Encounter'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Child: ResolverTypeWrapper<Omit<Child, 'mentalHealth'> & { mentalHealth?: Maybe<ResolversTypes['MentalHealthRecord']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  MentalHealthRecord: ResolverTypeWrapper<MentalHealthRecordParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ProviderContact: ResolverTypeWrapper<ProviderContact>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Condition: ResolverTypeWrapper<ConditionParent>;
  CarePlan: ResolverTypeWrapper<CarePlanParent>;
  Encounter: ResolverTypeWrapper<EncounterParent>;
  RiskAssessment: ResolverTypeWrapper<RiskAssessment>;
  ScreeningScore: ResolverTypeWrapper<ScreeningScore>;
  SafetyPlan: ResolverTypeWrapper<SafetyPlan>;
  SessionNote: ResolverTypeWrapper<SessionNote>;
  ClinicalStatus: ClinicalStatus;
  Instrument: Instrument;
  RiskOf: RiskOf;
  NetworkId: ResolverTypeWrapper<Scalars['NetworkId']['output']>;
  Category: ResolverTypeWrapper<Scalars['Category']['output']>;
  Purpose: ResolverTypeWrapper<Scalars['Purpose']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Child: Omit<Child, 'mentalHealth'> & { mentalHealth?: Maybe<ResolversParentTypes['MentalHealthRecord']> } | FederationReferenceTypes['Child'];
  Boolean: Scalars['Boolean']['output'];
  MentalHealthRecord: MentalHealthRecordParent;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  ProviderContact: ProviderContact;
  String: Scalars['String']['output'];
  Condition: ConditionParent;
  CarePlan: CarePlanParent;
  Encounter: EncounterParent;
  RiskAssessment: RiskAssessment;
  ScreeningScore: ScreeningScore;
  SafetyPlan: SafetyPlan;
  SessionNote: SessionNote;
  NetworkId: Scalars['NetworkId']['output'];
  Category: Scalars['Category']['output'];
  Purpose: Scalars['Purpose']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
};

export type ChildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Child'] = ResolversParentTypes['Child'], FederationReferenceType extends FederationReferenceTypes['Child'] = FederationReferenceTypes['Child']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Child']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  mentalHealth?: Resolver<Maybe<ResolversTypes['MentalHealthRecord']>, ParentType, ContextType>;
  inMentalHealthService?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type MentalHealthRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MentalHealthRecord'] = ResolversParentTypes['MentalHealthRecord']> = {
  inService?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  serviceSince?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['ProviderContact']>, ParentType, ContextType>;
  conditions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Condition']>>, ParentType, ContextType, RequireFields<MentalHealthRecordConditionsArgs, 'first'>>;
  carePlans?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CarePlan']>>, ParentType, ContextType>;
  encounters?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Encounter']>>, ParentType, ContextType, RequireFields<MentalHealthRecordEncountersArgs, 'first'>>;
  riskAssessments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RiskAssessment']>>, ParentType, ContextType>;
  scores?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScreeningScore']>>, ParentType, ContextType, Partial<MentalHealthRecordScoresArgs>>;
  safetyPlan?: Resolver<Maybe<ResolversTypes['SafetyPlan']>, ParentType, ContextType>;
  sessionNotes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SessionNote']>>, ParentType, ContextType>;
};

export type ProviderContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProviderContact'] = ResolversParentTypes['ProviderContact']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Condition'] = ResolversParentTypes['Condition'], FederationReferenceType extends FederationReferenceTypes['Condition'] = FederationReferenceTypes['Condition']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Condition']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  child?: Resolver<Maybe<ResolversTypes['Child']>, ParentType, ContextType>;
  recordCategories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Category']>>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  display?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clinicalStatus?: Resolver<Maybe<ResolversTypes['ClinicalStatus']>, ParentType, ContextType>;
  onsetOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  abatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CarePlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarePlan'] = ResolversParentTypes['CarePlan'], FederationReferenceType extends FederationReferenceTypes['CarePlan'] = FederationReferenceTypes['CarePlan']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CarePlan']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  child?: Resolver<Maybe<ResolversTypes['Child']>, ParentType, ContextType>;
  recordCategories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Category']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  activities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type EncounterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Encounter'] = ResolversParentTypes['Encounter'], FederationReferenceType extends FederationReferenceTypes['Encounter'] = FederationReferenceTypes['Encounter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Encounter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  child?: Resolver<Maybe<ResolversTypes['Child']>, ParentType, ContextType>;
  recordCategories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Category']>>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type RiskAssessmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RiskAssessment'] = ResolversParentTypes['RiskAssessment']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  assessedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['RiskOf']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mitigation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScreeningScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScreeningScore'] = ResolversParentTypes['ScreeningScore']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  instrument?: Resolver<Maybe<ResolversTypes['Instrument']>, ParentType, ContextType>;
  scoredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  severity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SafetyPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SafetyPlan'] = ResolversParentTypes['SafetyPlan']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  updatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  warningSigns?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  copingSteps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  supports?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type SessionNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionNote'] = ResolversParentTypes['SessionNote']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  writtenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface NetworkIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NetworkId'], any> {
  name: 'NetworkId';
}

export interface CategoryScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Category'], any> {
  name: 'Category';
}

export interface PurposeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Purpose'], any> {
  name: 'Purpose';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type Resolvers<ContextType = Context> = {
  Child?: ChildResolvers<ContextType>;
  MentalHealthRecord?: MentalHealthRecordResolvers<ContextType>;
  ProviderContact?: ProviderContactResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  CarePlan?: CarePlanResolvers<ContextType>;
  Encounter?: EncounterResolvers<ContextType>;
  RiskAssessment?: RiskAssessmentResolvers<ContextType>;
  ScreeningScore?: ScreeningScoreResolvers<ContextType>;
  SafetyPlan?: SafetyPlanResolvers<ContextType>;
  SessionNote?: SessionNoteResolvers<ContextType>;
  NetworkId?: GraphQLScalarType;
  Category?: GraphQLScalarType;
  Purpose?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
};

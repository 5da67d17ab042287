/* eslint-disable -- what the plugins write keeps their style */
// Generated from schema.graphql by `npx trellis types`: do not change it by hand.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DisciplineIncidentParent, EducationRecordParent, DisciplineParticipantParent, Context } from './parents.ts';
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
  /** The identity agency's: what `expectedGrade` is worked out from. */
  readonly birthYear?: Maybe<Scalars['Int']['output']>;
  /** The school's record; null where no school has the child. */
  readonly education?: Maybe<EducationRecord>;
  /** The grade a child of this age would be in (JK, SK, 1 to 12): beside `grade`, whether the child is behind. */
  readonly expectedGrade?: Maybe<Scalars['String']['output']>;
};

/** A school's record, shaped after Ed-Fi. */
export type EducationRecord = {
  readonly school?: Maybe<School>;
  readonly grade?: Maybe<Scalars['String']['output']>;
  readonly enrolledOn?: Maybe<Scalars['Date']['output']>;
  readonly leftOn?: Maybe<Scalars['Date']['output']>;
  /** Days attended of days in session, 0 to 1; null where the days in session are not known. */
  readonly attendanceRate?: Maybe<Scalars['Float']['output']>;
  /** Absences and late arrivals, the latest first. */
  readonly attendanceEvents?: Maybe<ReadonlyArray<AttendanceEvent>>;
  readonly accommodations?: Maybe<ReadonlyArray<Accommodation>>;
  /** Who may collect the child, and who may not. */
  readonly collection?: Maybe<ReadonlyArray<Collector>>;
  readonly discipline?: Maybe<ReadonlyArray<DisciplineIncident>>;
  readonly counsellorNotes?: Maybe<ReadonlyArray<CounsellorNote>>;
};


/** A school's record, shaped after Ed-Fi. */
export type EducationRecordAttendanceEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<AttendanceKind>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** A school's record, shaped after Ed-Fi. */
export type EducationRecordDisciplineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

export type School = {
  readonly id: Scalars['NetworkId']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly board?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
};

export type AttendanceEvent = {
  readonly id: Scalars['NetworkId']['output'];
  readonly on?: Maybe<Scalars['Date']['output']>;
  readonly kind?: Maybe<AttendanceKind>;
  readonly reason?: Maybe<Scalars['String']['output']>;
};

export type Accommodation = {
  readonly id: Scalars['NetworkId']['output'];
  readonly programme?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly from?: Maybe<Scalars['Date']['output']>;
  readonly to?: Maybe<Scalars['Date']['output']>;
};

/** A person who may collect the child, or may not: an adult's data as well. */
export type Collector = {
  readonly id: Scalars['NetworkId']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly relationship?: Maybe<Scalars['String']['output']>;
  readonly allowed?: Maybe<Scalars['Boolean']['output']>;
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** One incident, usually about several children: all of them must permit it. */
export type DisciplineIncident = {
  readonly id: Scalars['NetworkId']['output'];
  readonly involved?: Maybe<ReadonlyArray<Child>>;
  readonly recordCategories?: Maybe<ReadonlyArray<Scalars['Category']['output']>>;
  readonly occurredOn?: Maybe<Scalars['Date']['output']>;
  readonly behaviour?: Maybe<Scalars['String']['output']>;
  readonly place?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly participants?: Maybe<ReadonlyArray<DisciplineParticipant>>;
};

export type DisciplineParticipant = {
  readonly child?: Maybe<Child>;
  readonly role?: Maybe<DisciplineRole>;
  readonly action?: Maybe<Scalars['String']['output']>;
};

export type CounsellorNote = {
  readonly id: Scalars['NetworkId']['output'];
  readonly writtenOn?: Maybe<Scalars['Date']['output']>;
  readonly text?: Maybe<Scalars['String']['output']>;
};

export type AttendanceKind =
  | 'EXCUSED_ABSENCE'
  | 'UNEXCUSED_ABSENCE'
  | 'LATE'
  | 'EARLY_DEPARTURE'
  | 'OTHER';

export type DisciplineRole =
  | 'PERPETRATOR'
  | 'VICTIM'
  | 'WITNESS'
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
  DisciplineIncident: DisciplineIncident;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Child:
    ( { __typename: 'Child' }
    & GraphQLRecursivePick<FederationTypes['Child'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Child'], {"birthYear":true}> ) );
  DisciplineIncident:
    ( { __typename: 'DisciplineIncident' }
    & GraphQLRecursivePick<FederationTypes['DisciplineIncident'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Child: ResolverTypeWrapper<Omit<Child, 'education'> & { education?: Maybe<ResolversTypes['EducationRecord']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  EducationRecord: ResolverTypeWrapper<EducationRecordParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  School: ResolverTypeWrapper<School>;
  AttendanceEvent: ResolverTypeWrapper<AttendanceEvent>;
  Accommodation: ResolverTypeWrapper<Accommodation>;
  Collector: ResolverTypeWrapper<Collector>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DisciplineIncident: ResolverTypeWrapper<DisciplineIncidentParent>;
  DisciplineParticipant: ResolverTypeWrapper<DisciplineParticipantParent>;
  CounsellorNote: ResolverTypeWrapper<CounsellorNote>;
  AttendanceKind: AttendanceKind;
  DisciplineRole: DisciplineRole;
  NetworkId: ResolverTypeWrapper<Scalars['NetworkId']['output']>;
  Category: ResolverTypeWrapper<Scalars['Category']['output']>;
  Purpose: ResolverTypeWrapper<Scalars['Purpose']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Child: Omit<Child, 'education'> & { education?: Maybe<ResolversParentTypes['EducationRecord']> } | FederationReferenceTypes['Child'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  EducationRecord: EducationRecordParent;
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  School: School;
  AttendanceEvent: AttendanceEvent;
  Accommodation: Accommodation;
  Collector: Collector;
  Boolean: Scalars['Boolean']['output'];
  DisciplineIncident: DisciplineIncidentParent;
  DisciplineParticipant: DisciplineParticipantParent;
  CounsellorNote: CounsellorNote;
  NetworkId: Scalars['NetworkId']['output'];
  Category: Scalars['Category']['output'];
  Purpose: Scalars['Purpose']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
};

export type ChildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Child'] = ResolversParentTypes['Child'], FederationReferenceType extends FederationReferenceTypes['Child'] = FederationReferenceTypes['Child']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Child']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  education?: Resolver<Maybe<ResolversTypes['EducationRecord']>, ParentType, ContextType>;
  expectedGrade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EducationRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EducationRecord'] = ResolversParentTypes['EducationRecord']> = {
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enrolledOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  attendanceRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  attendanceEvents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AttendanceEvent']>>, ParentType, ContextType, RequireFields<EducationRecordAttendanceEventsArgs, 'first'>>;
  accommodations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Accommodation']>>, ParentType, ContextType>;
  collection?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Collector']>>, ParentType, ContextType>;
  discipline?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisciplineIncident']>>, ParentType, ContextType, RequireFields<EducationRecordDisciplineArgs, 'first'>>;
  counsellorNotes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CounsellorNote']>>, ParentType, ContextType>;
};

export type SchoolResolvers<ContextType = Context, ParentType extends ResolversParentTypes['School'] = ResolversParentTypes['School']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  board?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttendanceEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttendanceEvent'] = ResolversParentTypes['AttendanceEvent']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  on?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['AttendanceKind']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccommodationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Accommodation'] = ResolversParentTypes['Accommodation']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CollectorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Collector'] = ResolversParentTypes['Collector']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  allowed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisciplineIncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisciplineIncident'] = ResolversParentTypes['DisciplineIncident'], FederationReferenceType extends FederationReferenceTypes['DisciplineIncident'] = FederationReferenceTypes['DisciplineIncident']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DisciplineIncident']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  involved?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Child']>>, ParentType, ContextType>;
  recordCategories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Category']>>, ParentType, ContextType>;
  occurredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  behaviour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisciplineParticipant']>>, ParentType, ContextType>;
};

export type DisciplineParticipantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisciplineParticipant'] = ResolversParentTypes['DisciplineParticipant']> = {
  child?: Resolver<Maybe<ResolversTypes['Child']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['DisciplineRole']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CounsellorNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CounsellorNote'] = ResolversParentTypes['CounsellorNote']> = {
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
  EducationRecord?: EducationRecordResolvers<ContextType>;
  School?: SchoolResolvers<ContextType>;
  AttendanceEvent?: AttendanceEventResolvers<ContextType>;
  Accommodation?: AccommodationResolvers<ContextType>;
  Collector?: CollectorResolvers<ContextType>;
  DisciplineIncident?: DisciplineIncidentResolvers<ContextType>;
  DisciplineParticipant?: DisciplineParticipantResolvers<ContextType>;
  CounsellorNote?: CounsellorNoteResolvers<ContextType>;
  NetworkId?: GraphQLScalarType;
  Category?: GraphQLScalarType;
  Purpose?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
};

/* eslint-disable -- what the plugins write keeps their style */
// Generated from schema.graphql by `npx trellis types`: do not change it by hand.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { IncidentPersonParent, IncidentParent, MissingReportParent, Context } from './parents.ts';
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
  /**
   * Whether police know this child, by an incident or a call: a fact about the child by itself. Youth records do not count: that one
   * exists may not be told (YCJA s. 118).
   */
  readonly knownToPolice?: Maybe<Scalars['Boolean']['output']>;
  /** Incidents this child appears in, the latest first. */
  readonly incidents?: Maybe<ReadonlyArray<Incident>>;
  /** Conditions that keep somebody from this child, in force now. */
  readonly noContactConditions?: Maybe<ReadonlyArray<NoContactCondition>>;
  /** Calls to violence in the child's home. */
  readonly domesticViolenceAttendances?: Maybe<ReadonlyArray<DomesticViolenceAttendance>>;
  /** The report that this child is or was missing, the latest; null where there is none. */
  readonly missing?: Maybe<MissingReport>;
  /** The officer to call about this child. */
  readonly policeContact?: Maybe<OfficerContact>;
};


export type ChildIncidentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
  where?: InputMaybe<IncidentFilter>;
};

/**
 * One incident, about every child in it. What part a child had, and whether it is a youth record in or past its access period
 * (YCJA s. 119), is in `recordCategories`: it is withheld whole where any of that is.
 */
export type Incident = {
  readonly id: Scalars['NetworkId']['output'];
  readonly involved?: Maybe<ReadonlyArray<Child>>;
  readonly recordCategories?: Maybe<ReadonlyArray<Scalars['Category']['output']>>;
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly occurredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly reportedOn?: Maybe<Scalars['Date']['output']>;
  /** The violation's code (UCR or NIBRS). */
  readonly violation?: Maybe<Scalars['String']['output']>;
  readonly violationText?: Maybe<Scalars['String']['output']>;
  readonly clearance?: Maybe<Clearance>;
  readonly narrative?: Maybe<Scalars['String']['output']>;
  /** The children in it, by their part. Adults are never named here. */
  readonly victims?: Maybe<ReadonlyArray<IncidentPerson>>;
  readonly witnesses?: Maybe<ReadonlyArray<IncidentPerson>>;
  readonly accused?: Maybe<ReadonlyArray<IncidentPerson>>;
  readonly officer?: Maybe<OfficerContact>;
};

export type IncidentPerson = {
  readonly child?: Maybe<Child>;
  readonly role?: Maybe<IncidentRole>;
  /** To the other side, as the record has it. */
  readonly relationship?: Maybe<Scalars['String']['output']>;
};

export type NoContactCondition = {
  readonly id: Scalars['NetworkId']['output'];
  /** The kind of person it binds (`father`); never a name. */
  readonly binds?: Maybe<Scalars['String']['output']>;
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly court?: Maybe<Scalars['String']['output']>;
  readonly from?: Maybe<Scalars['Date']['output']>;
  readonly to?: Maybe<Scalars['Date']['output']>;
};

export type DomesticViolenceAttendance = {
  readonly id: Scalars['NetworkId']['output'];
  readonly attendedOn?: Maybe<Scalars['Date']['output']>;
  readonly childPresent?: Maybe<Scalars['Boolean']['output']>;
  readonly outcome?: Maybe<Scalars['String']['output']>;
};

export type MissingReport = {
  readonly id: Scalars['NetworkId']['output'];
  readonly status?: Maybe<MissingStatus>;
  readonly reportedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly foundAt?: Maybe<Scalars['DateTime']['output']>;
  readonly lastSeenPlace?: Maybe<Scalars['String']['output']>;
};

export type OfficerContact = {
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly badge?: Maybe<Scalars['String']['output']>;
  readonly unit?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** Filtering is reading: each field needs what it reads. */
export type IncidentFilter = {
  readonly occurredFrom?: InputMaybe<Scalars['Date']['input']>;
  readonly occurredTo?: InputMaybe<Scalars['Date']['input']>;
  readonly violation?: InputMaybe<Scalars['String']['input']>;
  readonly clearance?: InputMaybe<Clearance>;
};

export type Clearance =
  | 'OPEN'
  | 'CLEARED_BY_CHARGE'
  | 'CLEARED_OTHERWISE'
  | 'UNFOUNDED';

export type IncidentRole =
  | 'VICTIM'
  | 'WITNESS'
  | 'ACCUSED'
  | 'SUBJECT';

export type MissingStatus =
  | 'MISSING'
  | 'FOUND';

export type Query = {
  /** Incidents with a child in them, the latest first; those the requester may not have leave no gap. */
  readonly incidents?: Maybe<ReadonlyArray<Incident>>;
};


export type QueryIncidentsArgs = {
  where?: InputMaybe<IncidentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};



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
  Incident: Incident;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Child:
    ( { __typename: 'Child' }
    & GraphQLRecursivePick<FederationTypes['Child'], {"id":true}> );
  Incident:
    ( { __typename: 'Incident' }
    & GraphQLRecursivePick<FederationTypes['Incident'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Child: ResolverTypeWrapper<Omit<Child, 'incidents' | 'missing'> & { incidents?: Maybe<ReadonlyArray<ResolversTypes['Incident']>>, missing?: Maybe<ResolversTypes['MissingReport']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Incident: ResolverTypeWrapper<IncidentParent>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  IncidentPerson: ResolverTypeWrapper<IncidentPersonParent>;
  NoContactCondition: ResolverTypeWrapper<NoContactCondition>;
  DomesticViolenceAttendance: ResolverTypeWrapper<DomesticViolenceAttendance>;
  MissingReport: ResolverTypeWrapper<MissingReportParent>;
  OfficerContact: ResolverTypeWrapper<OfficerContact>;
  IncidentFilter: IncidentFilter;
  Clearance: Clearance;
  IncidentRole: IncidentRole;
  MissingStatus: MissingStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NetworkId: ResolverTypeWrapper<Scalars['NetworkId']['output']>;
  Category: ResolverTypeWrapper<Scalars['Category']['output']>;
  Purpose: ResolverTypeWrapper<Scalars['Purpose']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Child: Omit<Child, 'incidents' | 'missing'> & { incidents?: Maybe<ReadonlyArray<ResolversParentTypes['Incident']>>, missing?: Maybe<ResolversParentTypes['MissingReport']> } | FederationReferenceTypes['Child'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  Incident: IncidentParent;
  String: Scalars['String']['output'];
  IncidentPerson: IncidentPersonParent;
  NoContactCondition: NoContactCondition;
  DomesticViolenceAttendance: DomesticViolenceAttendance;
  MissingReport: MissingReportParent;
  OfficerContact: OfficerContact;
  IncidentFilter: IncidentFilter;
  Query: Record<PropertyKey, never>;
  NetworkId: Scalars['NetworkId']['output'];
  Category: Scalars['Category']['output'];
  Purpose: Scalars['Purpose']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
};

export type ChildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Child'] = ResolversParentTypes['Child'], FederationReferenceType extends FederationReferenceTypes['Child'] = FederationReferenceTypes['Child']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Child']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  knownToPolice?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  incidents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Incident']>>, ParentType, ContextType, RequireFields<ChildIncidentsArgs, 'first'>>;
  noContactConditions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NoContactCondition']>>, ParentType, ContextType>;
  domesticViolenceAttendances?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DomesticViolenceAttendance']>>, ParentType, ContextType>;
  missing?: Resolver<Maybe<ResolversTypes['MissingReport']>, ParentType, ContextType>;
  policeContact?: Resolver<Maybe<ResolversTypes['OfficerContact']>, ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident'], FederationReferenceType extends FederationReferenceTypes['Incident'] = FederationReferenceTypes['Incident']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Incident']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  involved?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Child']>>, ParentType, ContextType>;
  recordCategories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Category']>>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reportedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  violation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  violationText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clearance?: Resolver<Maybe<ResolversTypes['Clearance']>, ParentType, ContextType>;
  narrative?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  victims?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IncidentPerson']>>, ParentType, ContextType>;
  witnesses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IncidentPerson']>>, ParentType, ContextType>;
  accused?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IncidentPerson']>>, ParentType, ContextType>;
  officer?: Resolver<Maybe<ResolversTypes['OfficerContact']>, ParentType, ContextType>;
};

export type IncidentPersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncidentPerson'] = ResolversParentTypes['IncidentPerson']> = {
  child?: Resolver<Maybe<ResolversTypes['Child']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['IncidentRole']>, ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NoContactConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoContactCondition'] = ResolversParentTypes['NoContactCondition']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  binds?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  court?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DomesticViolenceAttendanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DomesticViolenceAttendance'] = ResolversParentTypes['DomesticViolenceAttendance']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  attendedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  childPresent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MissingReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MissingReport'] = ResolversParentTypes['MissingReport']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MissingStatus']>, ParentType, ContextType>;
  reportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  foundAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSeenPlace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OfficerContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfficerContact'] = ResolversParentTypes['OfficerContact']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  badge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  incidents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Incident']>>, ParentType, ContextType, RequireFields<QueryIncidentsArgs, 'first'>>;
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
  Incident?: IncidentResolvers<ContextType>;
  IncidentPerson?: IncidentPersonResolvers<ContextType>;
  NoContactCondition?: NoContactConditionResolvers<ContextType>;
  DomesticViolenceAttendance?: DomesticViolenceAttendanceResolvers<ContextType>;
  MissingReport?: MissingReportResolvers<ContextType>;
  OfficerContact?: OfficerContactResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  NetworkId?: GraphQLScalarType;
  Category?: GraphQLScalarType;
  Purpose?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
};

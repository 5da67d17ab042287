/* eslint-disable -- what the plugins write keeps their style */
// Generated from schema.graphql by `npx trellis types`: do not change it by hand.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProtectionFileParent, PlacementParent, ReferralParent, Context } from './parents.ts';
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
  /** The society's file on this child; null where it has none. */
  readonly protection?: Maybe<ProtectionFile>;
  /** Whether a file is open now: the summary of the file's being there. */
  readonly inProtection?: Maybe<Scalars['Boolean']['output']>;
  /** Brothers and sisters the society knows of. Each of them must permit it. */
  readonly siblings?: Maybe<ReadonlyArray<Child>>;
};

/** A children's aid society's file, in the terms of the Ontario Child Protection Standards. */
export type ProtectionFile = {
  readonly status?: Maybe<FileStatus>;
  readonly openedOn?: Maybe<Scalars['Date']['output']>;
  readonly closedOn?: Maybe<Scalars['Date']['output']>;
  /** When and by whom the child was last seen. An investigator may have: it tells of the investigation. */
  readonly lastSeen?: Maybe<LastSeen>;
  readonly eligibility?: Maybe<Eligibility>;
  readonly investigations?: Maybe<ReadonlyArray<Investigation>>;
  readonly riskLevel?: Maybe<RiskLevel>;
  /** Raised or not: less than the level. */
  readonly riskBand?: Maybe<RiskBand>;
  readonly riskAssessments?: Maybe<ReadonlyArray<ProtectionRiskAssessment>>;
  readonly safetyAlerts?: Maybe<ReadonlyArray<SafetyAlert>>;
  /** What a worker should know before going to the door. */
  readonly hazards?: Maybe<ReadonlyArray<Hazard>>;
  readonly legalStatus?: Maybe<LegalStatus>;
  readonly legalStatusSince?: Maybe<Scalars['Date']['output']>;
  /** Where the child lives or lived in care, the latest first. */
  readonly placements?: Maybe<ReadonlyArray<Placement>>;
  /** The plan of service in force, or the last one. */
  readonly planOfService?: Maybe<PlanOfService>;
  /** The worker who serves the child; null while there is none, also where somebody investigates. */
  readonly worker?: Maybe<WorkerContact>;
  readonly afterHours?: Maybe<AfterHoursContact>;
  /** Everyone to call about this file: the workers who serve the child, and the after-hours line. Nobody who investigates is among them. */
  readonly contacts?: Maybe<ReadonlyArray<Contact>>;
  /** The workers who investigate. That there are any tells of the investigation. */
  readonly investigators?: Maybe<ReadonlyArray<WorkerContact>>;
  readonly household?: Maybe<ReadonlyArray<HouseholdMember>>;
  readonly caregivers?: Maybe<ReadonlyArray<Caregiver>>;
  readonly custody?: Maybe<Custody>;
  /** What the file says about the adults of the family. */
  readonly familyNotes?: Maybe<ReadonlyArray<FamilyNote>>;
  readonly referrals?: Maybe<ReadonlyArray<Referral>>;
};


/** A children's aid society's file, in the terms of the Ontario Child Protection Standards. */
export type ProtectionFilePlacementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

export type LastSeen = {
  readonly on?: Maybe<Scalars['Date']['output']>;
  readonly by?: Maybe<Scalars['String']['output']>;
  /** A place can give the placement away. */
  readonly place?: Maybe<Scalars['String']['output']>;
};

/** A code of the Ontario Eligibility Spectrum: section, scale, severity. */
export type Eligibility = {
  /** All three in one: `1-2-B`, A to D from extremely to not severe. */
  readonly code?: Maybe<Scalars['String']['output']>;
  readonly section?: Maybe<Scalars['String']['output']>;
  readonly scale?: Maybe<Scalars['String']['output']>;
  readonly severity?: Maybe<EligibilitySeverity>;
};

export type Investigation = {
  readonly id: Scalars['NetworkId']['output'];
  readonly openedOn?: Maybe<Scalars['Date']['output']>;
  readonly closedOn?: Maybe<Scalars['Date']['output']>;
  readonly allegation?: Maybe<AllegationCategory>;
  readonly verification?: Maybe<Verification>;
};

export type ProtectionRiskAssessment = {
  readonly id: Scalars['NetworkId']['output'];
  readonly startedOn?: Maybe<Scalars['Date']['output']>;
  readonly completedOn?: Maybe<Scalars['Date']['output']>;
  readonly level?: Maybe<RiskLevel>;
  readonly factors?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

export type SafetyAlert = {
  readonly id: Scalars['NetworkId']['output'];
  readonly raisedOn?: Maybe<Scalars['Date']['output']>;
  readonly text?: Maybe<Scalars['String']['output']>;
};

export type Hazard = {
  readonly id: Scalars['NetworkId']['output'];
  readonly kind?: Maybe<HazardKind>;
  readonly text?: Maybe<Scalars['String']['output']>;
};

export type Placement = {
  readonly id: Scalars['NetworkId']['output'];
  readonly from?: Maybe<Scalars['Date']['output']>;
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** What kind of home it is, and what only that kind has. */
  readonly setting?: Maybe<PlacementSetting>;
};

export type PlacementSetting = FosterHome | KinHome | GroupHome;

export type FosterHome = {
  readonly carers?: Maybe<Scalars['String']['output']>;
  readonly address?: Maybe<Scalars['String']['output']>;
};

export type KinHome = {
  readonly relationship?: Maybe<Scalars['String']['output']>;
  readonly carers?: Maybe<Scalars['String']['output']>;
  readonly address?: Maybe<Scalars['String']['output']>;
};

export type GroupHome = {
  readonly operator?: Maybe<Scalars['String']['output']>;
  readonly staffPhone?: Maybe<Scalars['String']['output']>;
  readonly address?: Maybe<Scalars['String']['output']>;
};

export type PlanOfService = {
  readonly id: Scalars['NetworkId']['output'];
  readonly from?: Maybe<Scalars['Date']['output']>;
  readonly to?: Maybe<Scalars['Date']['output']>;
  readonly reviewOn?: Maybe<Scalars['Date']['output']>;
  readonly goals?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Somebody to call. */
export type Contact = {
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
};

export type WorkerContact = Contact & {
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly team?: Maybe<Scalars['String']['output']>;
};

export type AfterHoursContact = Contact & {
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** When somebody answers. */
  readonly hours?: Maybe<Scalars['String']['output']>;
};

export type HouseholdMember = {
  readonly id: Scalars['NetworkId']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly relationship?: Maybe<Scalars['String']['output']>;
};

export type Caregiver = {
  readonly id: Scalars['NetworkId']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly relationship?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
};

export type Custody = {
  readonly arrangement?: Maybe<CustodyArrangement>;
  readonly holders?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly since?: Maybe<Scalars['Date']['output']>;
};

export type FamilyNote = {
  readonly id: Scalars['NetworkId']['output'];
  readonly writtenOn?: Maybe<Scalars['Date']['output']>;
  readonly text?: Maybe<Scalars['String']['output']>;
};

export type Referral = {
  readonly id: Scalars['NetworkId']['output'];
  readonly receivedOn?: Maybe<Scalars['Date']['output']>;
  readonly concern?: Maybe<Scalars['String']['output']>;
  readonly outcome?: Maybe<ReferralOutcome>;
  /** Who told the society. Nothing opens it. */
  readonly reporter?: Maybe<Reporter>;
};

export type Reporter = {
  readonly kind?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
};

export type FileStatus =
  | 'OPEN'
  | 'CLOSED';

export type EligibilitySeverity =
  | 'EXTREMELY_SEVERE'
  | 'MODERATELY_SEVERE'
  | 'MINIMALLY_SEVERE'
  | 'NOT_SEVERE';

export type AllegationCategory =
  | 'PHYSICAL'
  | 'SEXUAL'
  | 'EMOTIONAL'
  | 'NEGLECT'
  | 'EXPOSURE_TO_VIOLENCE'
  | 'CAREGIVER_CAPACITY'
  | 'ABANDONMENT'
  | 'OTHER';

export type Verification =
  | 'VERIFIED'
  | 'NOT_VERIFIED'
  | 'INCONCLUSIVE';

export type RiskLevel =
  | 'LOW'
  | 'MODERATE'
  | 'HIGH'
  | 'VERY_HIGH';

export type RiskBand =
  | 'NOT_RAISED'
  | 'RAISED';

export type HazardKind =
  | 'ANIMAL'
  | 'WEAPON'
  | 'VIOLENCE'
  | 'SUBSTANCE'
  | 'ENVIRONMENT'
  | 'OTHER';

export type LegalStatus =
  | 'NONE'
  | 'VOLUNTARY_AGREEMENT'
  | 'SUPERVISION_ORDER'
  | 'INTERIM_CARE'
  | 'EXTENDED_CARE'
  | 'CUSTOMARY_CARE';

export type CustodyArrangement =
  | 'SOLE'
  | 'JOINT'
  | 'SOCIETY'
  | 'KIN'
  | 'OTHER';

export type ReferralOutcome =
  | 'NO_FURTHER_ACTION'
  | 'COMMUNITY_LINK'
  | 'INVESTIGATION'
  | 'FAMILY_SERVICE';

export type Query = {
  /** The children assigned to this very requester, as the society's own books have it, by their identifiers; empty for anybody else. */
  readonly caseload: ReadonlyArray<Child>;
};


export type QueryCaseloadArgs = {
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Child:
    ( { __typename: 'Child' }
    & GraphQLRecursivePick<FederationTypes['Child'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  PlacementSetting:
    | ( FosterHome )
    | ( KinHome )
    | ( GroupHome )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Contact:
    | ( WorkerContact )
    | ( AfterHoursContact )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Child: ResolverTypeWrapper<Omit<Child, 'protection' | 'siblings'> & { protection?: Maybe<ResolversTypes['ProtectionFile']>, siblings?: Maybe<ReadonlyArray<ResolversTypes['Child']>> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ProtectionFile: ResolverTypeWrapper<ProtectionFileParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  LastSeen: ResolverTypeWrapper<LastSeen>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Eligibility: ResolverTypeWrapper<Eligibility>;
  Investigation: ResolverTypeWrapper<Investigation>;
  ProtectionRiskAssessment: ResolverTypeWrapper<ProtectionRiskAssessment>;
  SafetyAlert: ResolverTypeWrapper<SafetyAlert>;
  Hazard: ResolverTypeWrapper<Hazard>;
  Placement: ResolverTypeWrapper<PlacementParent>;
  PlacementSetting: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlacementSetting']>;
  FosterHome: ResolverTypeWrapper<FosterHome>;
  KinHome: ResolverTypeWrapper<KinHome>;
  GroupHome: ResolverTypeWrapper<GroupHome>;
  PlanOfService: ResolverTypeWrapper<PlanOfService>;
  Contact: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Contact']>;
  WorkerContact: ResolverTypeWrapper<WorkerContact>;
  AfterHoursContact: ResolverTypeWrapper<AfterHoursContact>;
  HouseholdMember: ResolverTypeWrapper<HouseholdMember>;
  Caregiver: ResolverTypeWrapper<Caregiver>;
  Custody: ResolverTypeWrapper<Custody>;
  FamilyNote: ResolverTypeWrapper<FamilyNote>;
  Referral: ResolverTypeWrapper<ReferralParent>;
  Reporter: ResolverTypeWrapper<Reporter>;
  FileStatus: FileStatus;
  EligibilitySeverity: EligibilitySeverity;
  AllegationCategory: AllegationCategory;
  Verification: Verification;
  RiskLevel: RiskLevel;
  RiskBand: RiskBand;
  HazardKind: HazardKind;
  LegalStatus: LegalStatus;
  CustodyArrangement: CustodyArrangement;
  ReferralOutcome: ReferralOutcome;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NetworkId: ResolverTypeWrapper<Scalars['NetworkId']['output']>;
  Category: ResolverTypeWrapper<Scalars['Category']['output']>;
  Purpose: ResolverTypeWrapper<Scalars['Purpose']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Child: Omit<Child, 'protection' | 'siblings'> & { protection?: Maybe<ResolversParentTypes['ProtectionFile']>, siblings?: Maybe<ReadonlyArray<ResolversParentTypes['Child']>> } | FederationReferenceTypes['Child'];
  Boolean: Scalars['Boolean']['output'];
  ProtectionFile: ProtectionFileParent;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  LastSeen: LastSeen;
  String: Scalars['String']['output'];
  Eligibility: Eligibility;
  Investigation: Investigation;
  ProtectionRiskAssessment: ProtectionRiskAssessment;
  SafetyAlert: SafetyAlert;
  Hazard: Hazard;
  Placement: PlacementParent;
  PlacementSetting: ResolversUnionTypes<ResolversParentTypes>['PlacementSetting'];
  FosterHome: FosterHome;
  KinHome: KinHome;
  GroupHome: GroupHome;
  PlanOfService: PlanOfService;
  Contact: ResolversInterfaceTypes<ResolversParentTypes>['Contact'];
  WorkerContact: WorkerContact;
  AfterHoursContact: AfterHoursContact;
  HouseholdMember: HouseholdMember;
  Caregiver: Caregiver;
  Custody: Custody;
  FamilyNote: FamilyNote;
  Referral: ReferralParent;
  Reporter: Reporter;
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
  protection?: Resolver<Maybe<ResolversTypes['ProtectionFile']>, ParentType, ContextType>;
  inProtection?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  siblings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Child']>>, ParentType, ContextType>;
};

export type ProtectionFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionFile'] = ResolversParentTypes['ProtectionFile']> = {
  status?: Resolver<Maybe<ResolversTypes['FileStatus']>, ParentType, ContextType>;
  openedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['LastSeen']>, ParentType, ContextType>;
  eligibility?: Resolver<Maybe<ResolversTypes['Eligibility']>, ParentType, ContextType>;
  investigations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Investigation']>>, ParentType, ContextType>;
  riskLevel?: Resolver<Maybe<ResolversTypes['RiskLevel']>, ParentType, ContextType>;
  riskBand?: Resolver<Maybe<ResolversTypes['RiskBand']>, ParentType, ContextType>;
  riskAssessments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ProtectionRiskAssessment']>>, ParentType, ContextType>;
  safetyAlerts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SafetyAlert']>>, ParentType, ContextType>;
  hazards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Hazard']>>, ParentType, ContextType>;
  legalStatus?: Resolver<Maybe<ResolversTypes['LegalStatus']>, ParentType, ContextType>;
  legalStatusSince?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  placements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Placement']>>, ParentType, ContextType, RequireFields<ProtectionFilePlacementsArgs, 'first'>>;
  planOfService?: Resolver<Maybe<ResolversTypes['PlanOfService']>, ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['WorkerContact']>, ParentType, ContextType>;
  afterHours?: Resolver<Maybe<ResolversTypes['AfterHoursContact']>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Contact']>>, ParentType, ContextType>;
  investigators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WorkerContact']>>, ParentType, ContextType>;
  household?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HouseholdMember']>>, ParentType, ContextType>;
  caregivers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Caregiver']>>, ParentType, ContextType>;
  custody?: Resolver<Maybe<ResolversTypes['Custody']>, ParentType, ContextType>;
  familyNotes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FamilyNote']>>, ParentType, ContextType>;
  referrals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Referral']>>, ParentType, ContextType>;
};

export type LastSeenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LastSeen'] = ResolversParentTypes['LastSeen']> = {
  on?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EligibilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Eligibility'] = ResolversParentTypes['Eligibility']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<Maybe<ResolversTypes['EligibilitySeverity']>, ParentType, ContextType>;
};

export type InvestigationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Investigation'] = ResolversParentTypes['Investigation']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  openedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  allegation?: Resolver<Maybe<ResolversTypes['AllegationCategory']>, ParentType, ContextType>;
  verification?: Resolver<Maybe<ResolversTypes['Verification']>, ParentType, ContextType>;
};

export type ProtectionRiskAssessmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionRiskAssessment'] = ResolversParentTypes['ProtectionRiskAssessment']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  startedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  completedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['RiskLevel']>, ParentType, ContextType>;
  factors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type SafetyAlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SafetyAlert'] = ResolversParentTypes['SafetyAlert']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  raisedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HazardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hazard'] = ResolversParentTypes['Hazard']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['HazardKind']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlacementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Placement'] = ResolversParentTypes['Placement']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  setting?: Resolver<Maybe<ResolversTypes['PlacementSetting']>, ParentType, ContextType>;
};

export type PlacementSettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementSetting'] = ResolversParentTypes['PlacementSetting']> = {
  __resolveType: TypeResolveFn<'FosterHome' | 'KinHome' | 'GroupHome', ParentType, ContextType>;
};

export type FosterHomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FosterHome'] = ResolversParentTypes['FosterHome']> = {
  carers?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KinHomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KinHome'] = ResolversParentTypes['KinHome']> = {
  relationship?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  carers?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GroupHomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupHome'] = ResolversParentTypes['GroupHome']> = {
  operator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  staffPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlanOfServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanOfService'] = ResolversParentTypes['PlanOfService']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reviewOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  goals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  __resolveType: TypeResolveFn<'WorkerContact' | 'AfterHoursContact', ParentType, ContextType>;
};

export type WorkerContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkerContact'] = ResolversParentTypes['WorkerContact']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  team?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AfterHoursContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AfterHoursContact'] = ResolversParentTypes['AfterHoursContact']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hours?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HouseholdMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HouseholdMember'] = ResolversParentTypes['HouseholdMember']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CaregiverResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Caregiver'] = ResolversParentTypes['Caregiver']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CustodyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Custody'] = ResolversParentTypes['Custody']> = {
  arrangement?: Resolver<Maybe<ResolversTypes['CustodyArrangement']>, ParentType, ContextType>;
  holders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FamilyNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FamilyNote'] = ResolversParentTypes['FamilyNote']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  writtenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral']> = {
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  receivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  concern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ReferralOutcome']>, ParentType, ContextType>;
  reporter?: Resolver<Maybe<ResolversTypes['Reporter']>, ParentType, ContextType>;
};

export type ReporterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reporter'] = ResolversParentTypes['Reporter']> = {
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  caseload?: Resolver<ReadonlyArray<ResolversTypes['Child']>, ParentType, ContextType, Partial<QueryCaseloadArgs>>;
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
  ProtectionFile?: ProtectionFileResolvers<ContextType>;
  LastSeen?: LastSeenResolvers<ContextType>;
  Eligibility?: EligibilityResolvers<ContextType>;
  Investigation?: InvestigationResolvers<ContextType>;
  ProtectionRiskAssessment?: ProtectionRiskAssessmentResolvers<ContextType>;
  SafetyAlert?: SafetyAlertResolvers<ContextType>;
  Hazard?: HazardResolvers<ContextType>;
  Placement?: PlacementResolvers<ContextType>;
  PlacementSetting?: PlacementSettingResolvers<ContextType>;
  FosterHome?: FosterHomeResolvers<ContextType>;
  KinHome?: KinHomeResolvers<ContextType>;
  GroupHome?: GroupHomeResolvers<ContextType>;
  PlanOfService?: PlanOfServiceResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  WorkerContact?: WorkerContactResolvers<ContextType>;
  AfterHoursContact?: AfterHoursContactResolvers<ContextType>;
  HouseholdMember?: HouseholdMemberResolvers<ContextType>;
  Caregiver?: CaregiverResolvers<ContextType>;
  Custody?: CustodyResolvers<ContextType>;
  FamilyNote?: FamilyNoteResolvers<ContextType>;
  Referral?: ReferralResolvers<ContextType>;
  Reporter?: ReporterResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  NetworkId?: GraphQLScalarType;
  Category?: GraphQLScalarType;
  Purpose?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
};

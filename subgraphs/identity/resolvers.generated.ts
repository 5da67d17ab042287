/* eslint-disable -- what the plugins write keeps their style */
// Generated from schema.graphql by `npx trellis types`: do not change it by hand.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from './parents.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null;
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

/** A child known to the network, by an identifier that means nothing. */
export type Child = {
  readonly id: Scalars['NetworkId']['output'];
  /** Given and family name, as one. */
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly givenName?: Maybe<Scalars['String']['output']>;
  readonly familyName?: Maybe<Scalars['String']['output']>;
  /** The name the child has chosen and wants to be called by; null where the child has told none. */
  readonly chosenName?: Maybe<Scalars['String']['output']>;
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** The year alone: less than the birth date, and often enough. */
  readonly birthYear?: Maybe<Scalars['Int']['output']>;
  /** The requester's own agency's number for this child; null where it has none. Nobody is told another agency's number. */
  readonly ownNumber?: Maybe<Scalars['String']['output']>;
  /** How to reach the child. */
  readonly contact?: Maybe<ChildContact>;
};

export type ChildContact = {
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly address?: Maybe<Scalars['String']['output']>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly postalCode?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  /** The child with this identifier. Any well-formed identifier is answered: that it is answered says nothing. */
  readonly child?: Maybe<Child>;
  /** The children with these identifiers, in the order asked. */
  readonly children: ReadonlyArray<Child>;
  /** The child behind the requester's own agency's number; null where there is none. An agency learns only the identifier of a child it numbered itself. */
  readonly childByNumber?: Maybe<Child>;
  /** The children behind the requester's own agency's numbers, in the order asked; a number that stands for no child leaves no place. `ownNumber` tells which is whose. */
  readonly childrenByNumbers: ReadonlyArray<Child>;
  /**
   * Every child of this name and birth date of whom the requester may have both. Case, accents, apostrophes, hyphens, spaces and the order of the
   * names do not count; everything else does.
   */
  readonly findChildren?: Maybe<ReadonlyArray<Child>>;
  /**
   * Every child who could be meant and is not found by `findChildren`, of whom the requester may have both, likeliest first: a letter mistyped, a short
   * or single name, another family name, a birth date a day off, changed about or unknown. To look at: none of them is said to be the one.
   */
  readonly findCandidates?: Maybe<ReadonlyArray<Child>>;
  /** The only one of the children of `findChildren`; null where there is none, or more than one. */
  readonly findChild?: Maybe<Child>;
};


export type QueryChildArgs = {
  id: Scalars['NetworkId']['input'];
};


export type QueryChildrenArgs = {
  ids: ReadonlyArray<Scalars['NetworkId']['input']>;
};


export type QueryChildByNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryChildrenByNumbersArgs = {
  numbers: ReadonlyArray<Scalars['String']['input']>;
};


export type QueryFindChildrenArgs = {
  name: Scalars['String']['input'];
  birthDate: Scalars['Date']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryFindCandidatesArgs = {
  name: Scalars['String']['input'];
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryFindChildArgs = {
  name: Scalars['String']['input'];
  birthDate: Scalars['Date']['input'];
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



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  NetworkId: ResolverTypeWrapper<Scalars['NetworkId']['output']>;
  Category: ResolverTypeWrapper<Scalars['Category']['output']>;
  Purpose: ResolverTypeWrapper<Scalars['Purpose']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Child: ResolverTypeWrapper<Child>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ChildContact: ResolverTypeWrapper<ChildContact>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  NetworkId: Scalars['NetworkId']['output'];
  Category: Scalars['Category']['output'];
  Purpose: Scalars['Purpose']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Child: Child | FederationReferenceTypes['Child'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  ChildContact: ChildContact;
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
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

export type ChildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Child'] = ResolversParentTypes['Child'], FederationReferenceType extends FederationReferenceTypes['Child'] = FederationReferenceTypes['Child']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Child']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['NetworkId'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  chosenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  birthYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ownNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['ChildContact']>, ParentType, ContextType>;
};

export type ChildContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChildContact'] = ResolversParentTypes['ChildContact']> = {
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  child?: Resolver<Maybe<ResolversTypes['Child']>, ParentType, ContextType, RequireFields<QueryChildArgs, 'id'>>;
  children?: Resolver<ReadonlyArray<ResolversTypes['Child']>, ParentType, ContextType, RequireFields<QueryChildrenArgs, 'ids'>>;
  childByNumber?: Resolver<Maybe<ResolversTypes['Child']>, ParentType, ContextType, RequireFields<QueryChildByNumberArgs, 'number'>>;
  childrenByNumbers?: Resolver<ReadonlyArray<ResolversTypes['Child']>, ParentType, ContextType, RequireFields<QueryChildrenByNumbersArgs, 'numbers'>>;
  findChildren?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Child']>>, ParentType, ContextType, RequireFields<QueryFindChildrenArgs, 'name' | 'birthDate' | 'first'>>;
  findCandidates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Child']>>, ParentType, ContextType, RequireFields<QueryFindCandidatesArgs, 'name' | 'first'>>;
  findChild?: Resolver<Maybe<ResolversTypes['Child']>, ParentType, ContextType, RequireFields<QueryFindChildArgs, 'name' | 'birthDate'>>;
};

export type Resolvers<ContextType = Context> = {
  NetworkId?: GraphQLScalarType;
  Category?: GraphQLScalarType;
  Purpose?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Child?: ChildResolvers<ContextType>;
  ChildContact?: ChildContactResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};

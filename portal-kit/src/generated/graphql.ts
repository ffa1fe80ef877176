/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether the viewer sees a content, and if not, why. Clients must accept unknown values. */
export type AccessReason =
  /** It has not been shared with the viewer. */
  | 'NOT_SHARED'
  /** It has not been submitted yet. */
  | 'NOT_SUBMITTED'
  /** The token lacks a scope, which `missingScope` names. */
  | 'OUT_OF_SCOPE'
  /** The group figure is held back to protect its contributors. */
  | 'SUPPRESSED'
  /** The viewer sees it. */
  | 'VISIBLE'
  /** The level does not open it, or there is nothing to open. */
  | 'WITHHELD';

/** What came of an act. Clients must accept unknown values. */
export type AuditOutcome =
  /** It was done. */
  | 'DONE'
  /** A right, the object or the right state was missing. */
  | 'REFUSED';

/** Which invented person to enter as. */
export type DemonstrationSignInInput = {
  /**
   * Id of a role, from `demonstrationPeople`.
   *
   * Access: PUBLIC.
   */
  roleId: string | number;
};

/** Role in which a session acts; a person may hold several and wears one. Clients must accept unknown values. */
export type Hat =
  /** Keeps people, administrations and API clients for the secretariat. */
  | 'ADMINISTRATOR'
  /** Signs submissions and confirms disclosure for an administration. */
  | 'APPROVER'
  /** Enters assigned KPIs of an administration. */
  | 'CONTRIBUTOR'
  /** National Contact Point or deputy, who runs the assessment. */
  | 'COORDINATOR'
  /** Runs cycles, acceptance, reviews and releases for the secretariat. */
  | 'CYCLE_OFFICER'
  /** Reviewer who shares and concludes reviews. */
  | 'LEAD_REVIEWER'
  /** Drafts versions of the framework for the secretariat. */
  | 'METHODOLOGY_EDITOR'
  /** Partner’s program with a token. */
  | 'PARTNER'
  /** Approves versions and reports for the PMM project team. */
  | 'PMMPT_OBSERVER'
  /** Official of one administration who reviews others by assignment. */
  | 'REVIEWER'
  /** Reads the work of an administration. */
  | 'VIEWER';

/** Which identity to unlink. */
export type IdentityUnlinkInput = {
  /**
   * Id of one of `viewer.identities`.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  identityId: string | number;
};

/** Language of texts. Clients must accept unknown values. */
export type Locale =
  /** English, in which every text exists. */
  | 'EN'
  /** French. */
  | 'FR';

/** What a notification tells. Clients must accept unknown values. */
export type NotificationKind =
  /** The secretariat has accepted the assessment. */
  | 'ACCEPTED'
  /** The assessment waits for the signature. */
  | 'APPROVAL_REQUESTED'
  /** The coordinator has taken back the request for the signature. */
  | 'APPROVAL_TAKEN_BACK'
  /** KPIs or data elements have been assigned to the person. */
  | 'ASSIGNED'
  /** Somebody has commented where it concerns the person. */
  | 'COMMENTED'
  /** A cycle has been closed for entry. */
  | 'CYCLE_CLOSED'
  /** Entry ends soon and the administration has not submitted. */
  | 'CYCLE_DUE'
  /** The secretariat has written to the administration. */
  | 'CYCLE_MESSAGE'
  /** A cycle has been opened for entry. */
  | 'CYCLE_OPENED'
  /** The administration is no longer invited to a cycle it had not started. */
  | 'CYCLE_UNINVITED'
  /** Assigned KPIs or data elements are due within two days. */
  | 'DUE_SOON'
  /** The administration may enter figures for longer. */
  | 'EXTENDED'
  /** Somebody has mentioned the person in a comment. */
  | 'MENTIONED'
  /** The secretariat has opened the assessment again. */
  | 'REOPENED'
  /** The secretariat has declined to open the assessment again. */
  | 'REOPEN_DECLINED'
  /** An administration asks for its assessment to be opened again. */
  | 'REOPEN_REQUESTED'
  /** The secretariat has returned items of the assessment. */
  | 'RETURNED'
  /** The approver has sent the assessment back unsigned. */
  | 'SENT_BACK'
  /** An assessment has been submitted. */
  | 'SUBMITTED'
  /** KPIs or data elements that had been assigned to the person are theirs no more. */
  | 'UNASSIGNED'
  /** The approver has declined to withdraw the assessment. */
  | 'WITHDRAWAL_DECLINED'
  /** The coordinator proposes to withdraw the assessment. */
  | 'WITHDRAWAL_PROPOSED'
  /** The coordinator has taken back the proposal to withdraw. */
  | 'WITHDRAWAL_TAKEN_BACK'
  /** The assessment has been withdrawn. */
  | 'WITHDRAWN';

/** How the viewer wants to be told by mail, in whatever role. */
export type NotificationSettingsSaveInput = {
  /**
   * UUID made by the client: the same key acts once.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  idempotencyKey?: string | number | null | undefined;
  /**
   * Language of the mails. Left as it is when absent.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  locale?: Locale | null | undefined;
  /**
   * Kinds no mail is wanted for.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  mutedKinds: Array<NotificationKind>;
  /**
   * Hour, 0 to 23, from which no mail is wanted; given together with quietUntil.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  quietFrom?: number | null | undefined;
  /**
   * Hour, 0 to 23, at which quiet hours end; before quietFrom it is the next day.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  quietUntil?: number | null | undefined;
  /**
   * Time zone of the person, a name of the IANA database such as "Africa/Nairobi".
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  timeZone: string;
};

/** Which notifications have been read. */
export type NotificationsReadInput = {
  /**
   * UUID made by the client: the same key acts once.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  idempotencyKey?: string | number | null | undefined;
  /**
   * Ids, 100 at most; every notification of the role the viewer acts in when nothing is given.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  ids?: Array<string | number> | null | undefined;
};

/** Present password and the one wanted. */
export type PasswordChangeInput = {
  /**
   * Present password of the account.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  currentPassword: string;
  /**
   * Password wanted, of 12 to 200 characters.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  newPassword: string;
};

/** Whose password is forgotten. */
export type PasswordResetRequestInput = {
  /**
   * E-mail address of the account.
   *
   * Access: PUBLIC.
   */
  email: string;
};

/** Single-use link and the password wanted. */
export type PasswordSetInput = {
  /**
   * Password wanted, of 12 to 200 characters.
   *
   * Access: PUBLIC.
   */
  password: string;
  /**
   * Token of the link.
   *
   * Access: PUBLIC.
   */
  token: string;
};

/** Why an action is refused. */
export type PermissionCode =
  /** A conflict of interest stands against it. */
  | 'CONFLICT_OF_INTEREST'
  /** The last coordinator or administrator must remain. */
  | 'LAST_OF_ITS_KIND'
  /** The task is not assigned to the person. */
  | 'NOT_ASSIGNED'
  /** The administration is not invited to the cycle. */
  | 'NOT_INVITED'
  /** Something that must precede the action is missing. */
  | 'NOT_READY'
  /** The object belongs to somebody else. */
  | 'NOT_YOURS'
  /** The action is allowed. */
  | 'OK'
  /** The period for the action has not begun or is over. */
  | 'OUT_OF_TIME'
  /** A support view changes nothing. */
  | 'READ_ONLY_SESSION'
  /** Nobody can give more rights than they hold. */
  | 'RIGHTS_EXCEEDED'
  /** Another person than the one who prepared it must do this. */
  | 'SECOND_PERSON'
  /** Nobody is signed in. */
  | 'SIGN_IN_REQUIRED'
  /** The role of the session does not perform this action. */
  | 'WRONG_HAT'
  /** The state of the object does not allow the action. */
  | 'WRONG_STATE';

/** Part of the work that a hat has something to do or to read in. Clients must accept unknown values. */
export type Place =
  /** Self-assessment of the own administration. */
  | 'ASSESSMENT'
  /** Anchoring of the audit log outside the database. */
  | 'AUDIT_ANCHORS'
  /** Audit log, as far as the hat may read it. */
  | 'AUDIT_LOG'
  /** Cycles, planned and past. */
  | 'CYCLES'
  /** Who sees what of the own administration. */
  | 'DISCLOSURE'
  /** Versions of the framework, drafts included. */
  | 'FRAMEWORK'
  /** How far the administrations of a cycle are. */
  | 'MONITORING'
  /** What is on at the secretariat. */
  | 'OVERVIEW'
  /** Programs of partners and their tokens. */
  | 'PARTNERS'
  /** Peer reviews of the own administration. */
  | 'PEER_REVIEW'
  /** People: of the own administration, or all for the administrator. */
  | 'PEOPLE'
  /** Proposals to change the framework. */
  | 'PROPOSALS'
  /** Who read what is not public of the own administration. */
  | 'READERS'
  /** Register of the administrations. */
  | 'REGISTER'
  /** Releases, unpublished ones included. */
  | 'RELEASES'
  /** Scores of the own administration beside the groups. */
  | 'RESULTS'
  /** Peer reviews of all administrations. */
  | 'REVIEWS'
  /** Reviews of others that the reviewer is assigned to. */
  | 'REVIEW_ASSIGNMENTS'
  /** Support access that people have opened. */
  | 'SUPPORT';

/** Proof that the authenticator app has the key. */
export type SecondFactorConfirmInput = {
  /**
   * Six digits the app shows.
   *
   * Access: PUBLIC.
   */
  code: string;
};

/** Both factors, once more. */
export type SecondFactorRemoveInput = {
  /**
   * Six digits of the authenticator app, or one of the recovery codes.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  code: string;
  /**
   * Password of the account.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  password: string;
};

/** Which role to act in. */
export type SessionChangeHatInput = {
  /**
   * Id of a role the person holds, from `viewer.hats`.
   *
   * Access: PUBLIC.
   */
  roleId: string | number;
};

/** Code of the second factor. */
export type SessionConfirmInput = {
  /**
   * Six digits of the authenticator app, or one of the recovery codes.
   *
   * Access: PUBLIC.
   */
  code: string;
};

/** Which session to end. */
export type SessionEndInput = {
  /**
   * Id of one of the viewer’s own sessions, from `viewer.sessions`.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  sessionId: string | number;
};

/** Account and password. */
export type SessionOpenInput = {
  /**
   * E-mail address of the account.
   *
   * Access: PUBLIC.
   */
  email: string;
  /**
   * Password of the account.
   *
   * Access: PUBLIC.
   */
  password: string;
};

/** Proof that the person is still the same. */
export type SessionReauthenticateInput = {
  /**
   * Six digits of the authenticator app, or one of the recovery codes. Needed where there is a second factor.
   *
   * Access: PUBLIC.
   */
  code?: string | null | undefined;
  /**
   * Password of the account.
   *
   * Access: PUBLIC.
   */
  password: string;
};

/** What was shown at a sign-in. Clients must accept unknown values. */
export type SignInMethod =
  /** A code of the second factor, or a recovery code. */
  | 'CODE'
  /** The identity at the sign-in of the person’s organisation. */
  | 'OIDC'
  /** The password. */
  | 'PASSWORD';

/** How far an attempt to sign in came. Clients must accept unknown values. */
export type SignInOutcome =
  /** It was refused. */
  | 'FAILED'
  /** The first factor was right; the code did not follow. */
  | 'HALFWAY'
  /** A session was opened. */
  | 'SUCCEEDED';

/** How far a sign-in has come. Clients must accept unknown values. */
export type SignInStep =
  /** Nobody is signed in: the role in which the session of this request acted has ended since. */
  | 'ROLE_ENDED'
  /** The sign-in waits for a code; nothing is open yet. */
  | 'SECOND_FACTOR'
  /** The role needs a second factor, which must be set up before anything else is open. */
  | 'SECOND_FACTOR_SETUP'
  /** The sign-in is complete. */
  | 'SIGNED_IN'
  /** Nobody has begun to sign in. */
  | 'SIGNED_OUT';

/** A decision on the own support access. */
export type SupportAccessInput = {
  /**
   * UUID made by the client: the same key acts once.
   *
   * Access: MEMBER, REVIEWER, SECRETARIAT.
   */
  idempotencyKey?: string | number | null | undefined;
};

/** Place where a hat has its work. Clients must accept unknown values. */
export type Workspace =
  /** Portal of a member administration. */
  | 'MEMBER'
  /** The API itself; programs have no portal. */
  | 'PROGRAM'
  /** Review workspace of the member portal. */
  | 'REVIEW'
  /** Portal of the secretariat and the PMMPT. */
  | 'SECRETARIAT';

export type DemonstrationPeopleQueryVariables = Exact<{
  locale: Locale;
}>;


export type DemonstrationPeopleQuery = { __typename: 'Query', demonstrationPeople: Array<{ __typename: 'DemonstrationPerson', roleId: string, name: string, role: Hat, workspace: Workspace, administration: { __typename: 'Administration', id: string, code: string, name: string } | null }> };

export type IdentityPanel_IdentitiesFragment = { __typename: 'LinkedIdentity', id: string, issuer: string, linkedAt: string, lastUsedAt: string | null } & { ' $fragmentName'?: 'IdentityPanel_IdentitiesFragment' };

export type SecondFactorPanel_SecondFactorFragment = { __typename: 'SecondFactor', isSetUp: boolean, isRequired: boolean, setUpAt: string | null, takenAwayAt: string | null, recoveryCodesLeft: number } & { ' $fragmentName'?: 'SecondFactorPanel_SecondFactorFragment' };

export type SessionList_SessionsFragment = { __typename: 'Session', id: string, role: Hat, isPresent: boolean, device: string, createdAt: string, lastSeenAt: string, administration: { __typename: 'Administration', id: string, code: string, en: string, fr: string } | null } & { ' $fragmentName'?: 'SessionList_SessionsFragment' };

export type SessionPanel_SessionsFragment = (
  { __typename: 'Session', id: string, isPresent: boolean }
  & { ' $fragmentRefs'?: { 'SessionList_SessionsFragment': SessionList_SessionsFragment } }
) & { ' $fragmentName'?: 'SessionPanel_SessionsFragment' };

export type SignInHistory_SignInsFragment = { __typename: 'SignIn', at: string, method: SignInMethod, outcome: SignInOutcome, device: string } & { ' $fragmentName'?: 'SignInHistory_SignInsFragment' };

export type DemonstrationSignInMutationVariables = Exact<{
  input: DemonstrationSignInInput;
}>;


export type DemonstrationSignInMutation = { __typename: 'Mutation', demonstrationSignIn: { __typename: 'SessionPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type EntranceQueryVariables = Exact<{ [key: string]: never; }>;


export type EntranceQuery = { __typename: 'Query', signInStep: SignInStep, serviceInfo: { __typename: 'ServiceInfo', offersIdentityProvider: boolean, sendsMail: boolean } };

export type IdentityLinkBeginMutationVariables = Exact<{ [key: string]: never; }>;


export type IdentityLinkBeginMutation = { __typename: 'Mutation', identityLinkBegin: { __typename: 'IdentityLinkBeginPayload', startPath: string | null, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type IdentityUnlinkMutationVariables = Exact<{
  input: IdentityUnlinkInput;
}>;


export type IdentityUnlinkMutation = { __typename: 'Mutation', identityUnlink: { __typename: 'SessionPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type PasswordChangeMutation = { __typename: 'Mutation', passwordChange: { __typename: 'SessionPayload', retryAfterSeconds: number | null, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type PasswordResetRequestMutationVariables = Exact<{
  input: PasswordResetRequestInput;
}>;


export type PasswordResetRequestMutation = { __typename: 'Mutation', passwordResetRequest: { __typename: 'PasswordResetRequestPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type PasswordSetMutationVariables = Exact<{
  input: PasswordSetInput;
}>;


export type PasswordSetMutation = { __typename: 'Mutation', passwordSet: { __typename: 'PasswordSetPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type RecoveryCodesRenewMutationVariables = Exact<{ [key: string]: never; }>;


export type RecoveryCodesRenewMutation = { __typename: 'Mutation', recoveryCodesRenew: { __typename: 'RecoveryCodesPayload', recoveryCodes: Array<string>, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SecondFactorRemoveMutationVariables = Exact<{
  input: SecondFactorRemoveInput;
}>;


export type SecondFactorRemoveMutation = { __typename: 'Mutation', secondFactorRemove: { __typename: 'SessionPayload', retryAfterSeconds: number | null, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SecondFactorBeginMutationVariables = Exact<{ [key: string]: never; }>;


export type SecondFactorBeginMutation = { __typename: 'Mutation', secondFactorBegin: { __typename: 'SecondFactorBeginPayload', secret: string | null, uri: string | null, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SecondFactorConfirmMutationVariables = Exact<{
  input: SecondFactorConfirmInput;
}>;


export type SecondFactorConfirmMutation = { __typename: 'Mutation', secondFactorConfirm: { __typename: 'RecoveryCodesPayload', recoveryCodes: Array<string>, retryAfterSeconds: number | null, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SendsMailQueryVariables = Exact<{ [key: string]: never; }>;


export type SendsMailQuery = { __typename: 'Query', serviceInfo: { __typename: 'ServiceInfo', sendsMail: boolean } };

export type SessionChangeHatMutationVariables = Exact<{
  input: SessionChangeHatInput;
}>;


export type SessionChangeHatMutation = { __typename: 'Mutation', sessionChangeHat: { __typename: 'SessionPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SessionCloseMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionCloseMutation = { __typename: 'Mutation', sessionClose: { __typename: 'SessionPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SessionConfirmMutationVariables = Exact<{
  input: SessionConfirmInput;
}>;


export type SessionConfirmMutation = { __typename: 'Mutation', sessionConfirm: { __typename: 'SessionPayload', retryAfterSeconds: number | null, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SessionEndMutationVariables = Exact<{
  input: SessionEndInput;
}>;


export type SessionEndMutation = { __typename: 'Mutation', sessionEnd: { __typename: 'SessionPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SessionsEndOthersMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionsEndOthersMutation = { __typename: 'Mutation', sessionsEndOthers: { __typename: 'SessionPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SessionOpenMutationVariables = Exact<{
  input: SessionOpenInput;
}>;


export type SessionOpenMutation = { __typename: 'Mutation', sessionOpen: { __typename: 'SessionPayload', retryAfterSeconds: number | null, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SessionReauthenticateMutationVariables = Exact<{
  input: SessionReauthenticateInput;
}>;


export type SessionReauthenticateMutation = { __typename: 'Mutation', sessionReauthenticate: { __typename: 'SessionPayload', retryAfterSeconds: number | null, problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SessionViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionViewerQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', hat: Hat, workspace: Workspace, places: Array<Place>, email: string | null, hasPassword: boolean, supportView: { __typename: 'SupportView', id: string, endsAt: string } | null, secondFactor: { __typename: 'SecondFactor', isOutstanding: boolean, isSetUp: boolean, takenAwayAt: string | null } | null, person: { __typename: 'PersonCard', id: string, name: string } | null, hats: Array<{ __typename: 'HeldRole', id: string, role: Hat, workspace: Workspace, isWorn: boolean, administration: { __typename: 'Administration', id: string, code: string, en: string, fr: string } | null }> } | null };

export type SecurityQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurityQuery = { __typename: 'Query', serviceInfo: { __typename: 'ServiceInfo', offersIdentityProvider: boolean }, viewer: { __typename: 'Viewer', email: string | null, hat: Hat, hasPassword: boolean, secondFactor: (
      { __typename: 'SecondFactor', isSetUp: boolean }
      & { ' $fragmentRefs'?: { 'SecondFactorPanel_SecondFactorFragment': SecondFactorPanel_SecondFactorFragment } }
    ) | null, identities: Array<(
      { __typename: 'LinkedIdentity', id: string }
      & { ' $fragmentRefs'?: { 'IdentityPanel_IdentitiesFragment': IdentityPanel_IdentitiesFragment } }
    )>, sessions: Array<(
      { __typename: 'Session', id: string }
      & { ' $fragmentRefs'?: { 'SessionPanel_SessionsFragment': SessionPanel_SessionsFragment } }
    )>, signIns: Array<(
      { __typename: 'SignIn' }
      & { ' $fragmentRefs'?: { 'SignInHistory_SignInsFragment': SignInHistory_SignInsFragment } }
    )> } | null };

export type SettingsQueryVariables = Exact<{
  locale: Locale;
}>;


export type SettingsQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', email: string | null, hat: Hat, organisation: string | null, person: { __typename: 'PersonCard', id: string, name: string } | null } | null };

export type AuditLogQueryVariables = Exact<{
  locale: Locale;
  first: number;
  after?: string | null | undefined;
  action?: string | null | undefined;
  outcome?: AuditOutcome | null | undefined;
  administration?: string | null | undefined;
  actor?: string | number | null | undefined;
  object?: string | number | null | undefined;
  from?: string | null | undefined;
  until?: string | null | undefined;
}>;


export type AuditLogQuery = { __typename: 'Query', auditEntries: { __typename: 'AuditEntryConnection', totalCount: number, nodes: Array<{ __typename: 'AuditEntry', id: string | null, chain: string | null, seq: number | null, hash: string | null, at: string | null, action: string | null, outcome: AuditOutcome | null, hat: Hat | null, requestId: string | null, actor: { __typename: 'PersonCard', id: string, name: string, organisation: string } | null, viewAs: { __typename: 'PersonCard', id: string, name: string } | null, administration: { __typename: 'Administration', id: string, code: string, name: string } | null, cycle: { __typename: 'Cycle', id: string, name: string } | null, object: { __typename: 'AuditObject', type: string | null, id: string | null, name: string | null, code: string | null, versionCode: string | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type AuditEntryDetailQueryVariables = Exact<{
  chain: string;
  seq: number;
}>;


export type AuditEntryDetailQuery = { __typename: 'Query', auditEntry: { __typename: 'AuditEntry', id: string | null, changes: Array<{ __typename: 'AuditChange', field: string | null, subject: string | null, access: AccessReason | null, before: string | null, after: string | null }> | null } | null };

export type UnreadNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationsQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', unreadNotificationCount: number } | null };

export type NotificationsQueryVariables = Exact<{
  locale: Locale;
  first: number;
  after?: string | null | undefined;
  isUnread?: boolean | null | undefined;
}>;


export type NotificationsQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', unreadNotificationCount: number, notifications: { __typename: 'NotificationConnection', totalCount: number, nodes: Array<{ __typename: 'Notification', id: string, kind: NotificationKind, actorName: string | null, kpiCodes: Array<string>, elementCodes: Array<string>, dueAt: string | null, at: string, isRead: boolean, elements: Array<{ __typename: 'DataElement', id: string, label: string }> | null, administration: { __typename: 'Administration', id: string, name: string } | null, cycle: { __typename: 'Cycle', id: string, code: string, name: string } | null, assessment: { __typename: 'Assessment', id: string } | null, message: { __typename: 'NotificationMessage', subject: string, text: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type NotificationsReadMutationVariables = Exact<{
  input: NotificationsReadInput;
}>;


export type NotificationsReadMutation = { __typename: 'Mutation', notificationsRead: { __typename: 'NotificationsPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationSettingsQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', notificationSettings: { __typename: 'NotificationSettings', mutedKinds: Array<NotificationKind>, quietFrom: number | null, quietUntil: number | null, timeZone: string, locale: Locale, isChosen: boolean } } | null };

export type NotificationSettingsSaveMutationVariables = Exact<{
  input: NotificationSettingsSaveInput;
}>;


export type NotificationSettingsSaveMutation = { __typename: 'Mutation', notificationSettingsSave: { __typename: 'NotificationSettingsPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type OwnSupportQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSupportQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', openSupportAccess: { __typename: 'Permission', allowed: boolean, code: PermissionCode }, supportAccess: { __typename: 'SupportAccess', id: string, endsAt: string, viewerCan: { __typename: 'SupportAccessViewerCan', close: { __typename: 'Permission', allowed: boolean } } } | null, supportViews: Array<{ __typename: 'SupportView', id: string, viewerName: string, startedAt: string, endedAt: string | null, isNoticed: boolean }> } | null };

export type SupportAccessOpenMutationVariables = Exact<{
  input: SupportAccessInput;
}>;


export type SupportAccessOpenMutation = { __typename: 'Mutation', answer: { __typename: 'SupportAccessPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SupportAccessCloseMutationVariables = Exact<{
  input: SupportAccessInput;
}>;


export type SupportAccessCloseMutation = { __typename: 'Mutation', answer: { __typename: 'SupportAccessPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SupportViewsNoticeMutationVariables = Exact<{
  input: SupportAccessInput;
}>;


export type SupportViewsNoticeMutation = { __typename: 'Mutation', answer: { __typename: 'SupportAccessPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export type SupportViewEndMutationVariables = Exact<{ [key: string]: never; }>;


export type SupportViewEndMutation = { __typename: 'Mutation', supportViewEnd: { __typename: 'SessionPayload', problems: Array<{ __typename: 'Problem', reason: string, message: string }> } };

export const IdentityPanel_IdentitiesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IdentityPanel_identities"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkedIdentity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<IdentityPanel_IdentitiesFragment, unknown>;
export const SecondFactorPanel_SecondFactorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SecondFactorPanel_secondFactor"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecondFactor"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"isSetUp"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"setUpAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenAwayAt"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}}]}}]} as unknown as DocumentNode<SecondFactorPanel_SecondFactorFragment, unknown>;
export const SessionList_SessionsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionList_sessions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"administration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"FR"}}]}]}}]}}]} as unknown as DocumentNode<SessionList_SessionsFragment, unknown>;
export const SessionPanel_SessionsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionPanel_sessions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionList_sessions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionList_sessions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"administration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"FR"}}]}]}}]}}]} as unknown as DocumentNode<SessionPanel_SessionsFragment, unknown>;
export const SignInHistory_SignInsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInHistory_signIns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"device"}}]}}]} as unknown as DocumentNode<SignInHistory_SignInsFragment, unknown>;
export const DemonstrationPeopleDocument = {"__meta__":{"hash":"sha256:4f8373236d5c1de36cdb6f346dad7108d58d75584a4a9dff16736736a0e83a97"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DemonstrationPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Locale"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"demonstrationPeople"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"roleId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"workspace"}},{"kind":"Field","name":{"kind":"Name","value":"administration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}}]}}]}}]} as unknown as DocumentNode<DemonstrationPeopleQuery, DemonstrationPeopleQueryVariables>;
export const DemonstrationSignInDocument = {"__meta__":{"hash":"sha256:f0c45783a8f85dac7c9b29d815e86738392cd7a45c8ae33f68314861f4e64b78"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DemonstrationSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DemonstrationSignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"demonstrationSignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DemonstrationSignInMutation, DemonstrationSignInMutationVariables>;
export const EntranceDocument = {"__meta__":{"hash":"sha256:c32d379baa6b215bfa9a1db2c42cbe77b46c1158d60fd5187741f4a08f880f55"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Entrance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"signInStep"}},{"kind":"Field","name":{"kind":"Name","value":"serviceInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"offersIdentityProvider"}},{"kind":"Field","name":{"kind":"Name","value":"sendsMail"}}]}}]}}]} as unknown as DocumentNode<EntranceQuery, EntranceQueryVariables>;
export const IdentityLinkBeginDocument = {"__meta__":{"hash":"sha256:2ab434939395da84b962a2124144551eb57b30d3120310beb082362c6effaf80"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IdentityLinkBegin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"identityLinkBegin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"startPath"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<IdentityLinkBeginMutation, IdentityLinkBeginMutationVariables>;
export const IdentityUnlinkDocument = {"__meta__":{"hash":"sha256:4c5e9992715a72df44d6126133e31affe462a43e3aca983429d07dbf9840e2bb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IdentityUnlink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IdentityUnlinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"identityUnlink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<IdentityUnlinkMutation, IdentityUnlinkMutationVariables>;
export const PasswordChangeDocument = {"__meta__":{"hash":"sha256:8617968154c96dc046d8659db22a4fba920c818be9a87a0582b9dd80ded65afe"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PasswordChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordChangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"passwordChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PasswordChangeMutation, PasswordChangeMutationVariables>;
export const PasswordResetRequestDocument = {"__meta__":{"hash":"sha256:c743467f2e5813dac3e9349609c806baa22a213698861288b8bbd62df895a0e3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PasswordResetRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"passwordResetRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PasswordResetRequestMutation, PasswordResetRequestMutationVariables>;
export const PasswordSetDocument = {"__meta__":{"hash":"sha256:e312d681af17115d92046697e85200d8df8452f8d9463d38819f29a9ba9b1274"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PasswordSet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordSetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"passwordSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PasswordSetMutation, PasswordSetMutationVariables>;
export const RecoveryCodesRenewDocument = {"__meta__":{"hash":"sha256:be1906750cfcbf3da2d432c0992153b60d041b96ffcc41382ecab865dd6a2ef0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecoveryCodesRenew"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesRenew"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RecoveryCodesRenewMutation, RecoveryCodesRenewMutationVariables>;
export const SecondFactorRemoveDocument = {"__meta__":{"hash":"sha256:d212e45f988404b49206b64e0899bfe4da91ec1193bf01a760dd83f73f4b8298"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SecondFactorRemove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SecondFactorRemoveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactorRemove"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SecondFactorRemoveMutation, SecondFactorRemoveMutationVariables>;
export const SecondFactorBeginDocument = {"__meta__":{"hash":"sha256:8ab92b9055ee09b3a48f760262af2dda92504bbff838d6ec7776703dc3b7dc5c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SecondFactorBegin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactorBegin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SecondFactorBeginMutation, SecondFactorBeginMutationVariables>;
export const SecondFactorConfirmDocument = {"__meta__":{"hash":"sha256:3f2dce5b3634a0e0f4e9e245d971a22b1bec09277d7823b9ad594323e05a0e69"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SecondFactorConfirm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SecondFactorConfirmInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactorConfirm"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SecondFactorConfirmMutation, SecondFactorConfirmMutationVariables>;
export const SendsMailDocument = {"__meta__":{"hash":"sha256:915d57a560546771a35e6a442d4cf94a8ab92ca16dbdc13e1168ee54248bbd25"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SendsMail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"serviceInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sendsMail"}}]}}]}}]} as unknown as DocumentNode<SendsMailQuery, SendsMailQueryVariables>;
export const SessionChangeHatDocument = {"__meta__":{"hash":"sha256:bf4f2bb0e4dd3f3c061f325dd4f8e6654585f404a8a5ba21e092f3ba6c0ce72f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionChangeHat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionChangeHatInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sessionChangeHat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SessionChangeHatMutation, SessionChangeHatMutationVariables>;
export const SessionCloseDocument = {"__meta__":{"hash":"sha256:63bfecd5ecd5eb32856d6df951c21d18d4ffcc29156dee4581ddf1cbd8750859"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sessionClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SessionCloseMutation, SessionCloseMutationVariables>;
export const SessionConfirmDocument = {"__meta__":{"hash":"sha256:771d71a5e1e34a5500761fe7056608d36391baee9fc2aba7e51d69201d5afda7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionConfirm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionConfirmInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sessionConfirm"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SessionConfirmMutation, SessionConfirmMutationVariables>;
export const SessionEndDocument = {"__meta__":{"hash":"sha256:cb1a8f5b972cc114967185f223ae3d65a22e47e6e1b22f7523b76a320941dbb9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionEnd"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionEndInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sessionEnd"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SessionEndMutation, SessionEndMutationVariables>;
export const SessionsEndOthersDocument = {"__meta__":{"hash":"sha256:b8385d3dd847512405eda44dc20387ebff091515503c68767a23cad407f6569a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionsEndOthers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sessionsEndOthers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SessionsEndOthersMutation, SessionsEndOthersMutationVariables>;
export const SessionOpenDocument = {"__meta__":{"hash":"sha256:1120ba60bcd6d36aeec612305e91644719173e7b40b26b0ae58739df790edb0d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionOpen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionOpenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sessionOpen"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SessionOpenMutation, SessionOpenMutationVariables>;
export const SessionReauthenticateDocument = {"__meta__":{"hash":"sha256:b9f1b1dd160ef67415a84879ddb03f00cde38467a7238c5f1b260c786d9ec5d9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionReauthenticate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionReauthenticateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sessionReauthenticate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SessionReauthenticateMutation, SessionReauthenticateMutationVariables>;
export const SessionViewerDocument = {"__meta__":{"hash":"sha256:0e4db3bebbc803779a118fa60d2c427c642d490edaae1d4f2f4396f865f62d4a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SessionViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hat"}},{"kind":"Field","name":{"kind":"Name","value":"workspace"}},{"kind":"Field","name":{"kind":"Name","value":"places"}},{"kind":"Field","name":{"kind":"Name","value":"supportView"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"hasPassword"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"isOutstanding"}},{"kind":"Field","name":{"kind":"Name","value":"isSetUp"}},{"kind":"Field","name":{"kind":"Name","value":"takenAwayAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"workspace"}},{"kind":"Field","name":{"kind":"Name","value":"isWorn"}},{"kind":"Field","name":{"kind":"Name","value":"administration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"FR"}}]}]}}]}}]}}]}}]} as unknown as DocumentNode<SessionViewerQuery, SessionViewerQueryVariables>;
export const SecurityDocument = {"__meta__":{"hash":"sha256:53f2eb71005a7eaf7088e2737981c576caa739bffc06e949176ebdb43a88b0fd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Security"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"serviceInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"offersIdentityProvider"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"hat"}},{"kind":"Field","name":{"kind":"Name","value":"hasPassword"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"isSetUp"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SecondFactorPanel_secondFactor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"identities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IdentityPanel_identities"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionPanel_sessions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"signIns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInHistory_signIns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionList_sessions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"administration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"FR"}}]}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SecondFactorPanel_secondFactor"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecondFactor"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"isSetUp"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"setUpAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenAwayAt"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IdentityPanel_identities"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkedIdentity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionPanel_sessions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionList_sessions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInHistory_signIns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"device"}}]}}]} as unknown as DocumentNode<SecurityQuery, SecurityQueryVariables>;
export const SettingsDocument = {"__meta__":{"hash":"sha256:6ac768bbf5065114a2367716844a2ed34dbef13672844fef2397fe44cfbbd14e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Settings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Locale"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"hat"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<SettingsQuery, SettingsQueryVariables>;
export const AuditLogDocument = {"__meta__":{"hash":"sha256:64cee1fc8eb2eb7a03fc88ac5d4f006521b3cbf8b309496a8a203d21c529943a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Locale"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"action"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditOutcome"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"administration"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"actor"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"object"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"until"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"auditEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"Variable","name":{"kind":"Name","value":"action"}}},{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"administration"},"value":{"kind":"Variable","name":{"kind":"Name","value":"administration"}}},{"kind":"Argument","name":{"kind":"Name","value":"actor"},"value":{"kind":"Variable","name":{"kind":"Name","value":"actor"}}},{"kind":"Argument","name":{"kind":"Name","value":"object"},"value":{"kind":"Variable","name":{"kind":"Name","value":"object"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"until"},"value":{"kind":"Variable","name":{"kind":"Name","value":"until"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chain"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"hat"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"viewAs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"administration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"cycle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"object"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"versionCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AuditLogQuery, AuditLogQueryVariables>;
export const AuditEntryDetailDocument = {"__meta__":{"hash":"sha256:1730db90395bf8190dbe38e1434e2cf348317a7347169ac8bd03ddaed63d0d86"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditEntryDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chain"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seq"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"auditEntry"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"chain"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chain"}}},{"kind":"Argument","name":{"kind":"Name","value":"seq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seq"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"access"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}}]}}]} as unknown as DocumentNode<AuditEntryDetailQuery, AuditEntryDetailQueryVariables>;
export const UnreadNotificationsDocument = {"__meta__":{"hash":"sha256:6dc8f4c093eaea21ba151bab06b2a11d7317f28380754dcaeddd51270499b5f9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnreadNotifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}}]}}]}}]} as unknown as DocumentNode<UnreadNotificationsQuery, UnreadNotificationsQueryVariables>;
export const NotificationsDocument = {"__meta__":{"hash":"sha256:1060c75737fb9e4ac55612b09fc3a4ec005b339f05a8732d474f89f6ddedb0ef"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Notifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Locale"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"isUnread"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"isUnread"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isUnread"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"kpiCodes"}},{"kind":"Field","name":{"kind":"Name","value":"elementCodes"}},{"kind":"Field","name":{"kind":"Name","value":"elements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"isRead"}},{"kind":"Field","name":{"kind":"Name","value":"administration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"cycle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"assessment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NotificationsQuery, NotificationsQueryVariables>;
export const NotificationsReadDocument = {"__meta__":{"hash":"sha256:13a32ac82baca91f7b819eef08a6ecab88f430cefaa79210c3af3feee54fe91c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NotificationsRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationsReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"notificationsRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<NotificationsReadMutation, NotificationsReadMutationVariables>;
export const NotificationSettingsDocument = {"__meta__":{"hash":"sha256:00ea56fee404332d7aaed41c7ae89c2949ba9795b24869928716d314cebe29b2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NotificationSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"notificationSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"mutedKinds"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"isChosen"}}]}}]}}]}}]} as unknown as DocumentNode<NotificationSettingsQuery, NotificationSettingsQueryVariables>;
export const NotificationSettingsSaveDocument = {"__meta__":{"hash":"sha256:c5d13c8261f1c2dc99d4317961c1b2466bbee6b3944a75ecde2f77759b0b0e0f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NotificationSettingsSave"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationSettingsSaveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"notificationSettingsSave"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<NotificationSettingsSaveMutation, NotificationSettingsSaveMutationVariables>;
export const OwnSupportDocument = {"__meta__":{"hash":"sha256:09d9f22e7416c02ff812f42f6bb92e0b1a295e35b5a36b6bea1910226d5fb6f6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnSupport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"openSupportAccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supportAccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"close"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"supportViews"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"isNoticed"}}]}}]}}]}}]} as unknown as DocumentNode<OwnSupportQuery, OwnSupportQueryVariables>;
export const SupportAccessOpenDocument = {"__meta__":{"hash":"sha256:5894531785bce51e4d6400c0617e501c1e823ca0897f5932cb8e2e5d5a77a782"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SupportAccessOpen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SupportAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"supportAccessOpen"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SupportAccessOpenMutation, SupportAccessOpenMutationVariables>;
export const SupportAccessCloseDocument = {"__meta__":{"hash":"sha256:99fa5b1c140ad3d4ae9e3167ae8b687506d6e2865df4f6b840720d55b5a2ca5c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SupportAccessClose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SupportAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"supportAccessClose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SupportAccessCloseMutation, SupportAccessCloseMutationVariables>;
export const SupportViewsNoticeDocument = {"__meta__":{"hash":"sha256:c2c0f496504ce2379311bfc38ffd633195bd411f615e19c285b3439da69c336f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SupportViewsNotice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SupportAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"supportViewsNotice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SupportViewsNoticeMutation, SupportViewsNoticeMutationVariables>;
export const SupportViewEndDocument = {"__meta__":{"hash":"sha256:f579c00ea00a540a795f582c60f9a27627bdbe3909bcd34c03473556d2952517"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SupportViewEnd"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"supportViewEnd"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SupportViewEndMutation, SupportViewEndMutationVariables>;
/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query DemonstrationPeople($locale: Locale!) {\n    demonstrationPeople {\n      roleId\n      name\n      role\n      workspace\n      administration {\n        id\n        code\n        name(locale: $locale)\n      }\n    }\n  }\n": typeof types.DemonstrationPeopleDocument,
    "\n  fragment IdentityPanel_identities on LinkedIdentity {\n    id\n    issuer\n    linkedAt\n    lastUsedAt\n  }\n": typeof types.IdentityPanel_IdentitiesFragmentDoc,
    "\n  fragment SecondFactorPanel_secondFactor on SecondFactor {\n    isSetUp\n    isRequired\n    setUpAt\n    takenAwayAt\n    recoveryCodesLeft\n  }\n": typeof types.SecondFactorPanel_SecondFactorFragmentDoc,
    "\n  fragment SessionList_sessions on Session {\n    id\n    role\n    isPresent\n    device\n    createdAt\n    lastSeenAt\n    administration {\n      id\n      code\n      en: name(locale: EN)\n      fr: name(locale: FR)\n    }\n  }\n": typeof types.SessionList_SessionsFragmentDoc,
    "\n  fragment SessionPanel_sessions on Session {\n    id\n    isPresent\n    ...SessionList_sessions\n  }\n": typeof types.SessionPanel_SessionsFragmentDoc,
    "\n  fragment SignInHistory_signIns on SignIn {\n    at\n    method\n    outcome\n    device\n  }\n": typeof types.SignInHistory_SignInsFragmentDoc,
    "\n  mutation DemonstrationSignIn($input: DemonstrationSignInInput!) {\n    demonstrationSignIn(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.DemonstrationSignInDocument,
    "\n  query Entrance {\n    signInStep\n    serviceInfo {\n      offersIdentityProvider\n      sendsMail\n    }\n  }\n": typeof types.EntranceDocument,
    "\n  mutation IdentityLinkBegin {\n    identityLinkBegin {\n      startPath\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.IdentityLinkBeginDocument,
    "\n  mutation IdentityUnlink($input: IdentityUnlinkInput!) {\n    identityUnlink(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.IdentityUnlinkDocument,
    "\n  mutation PasswordChange($input: PasswordChangeInput!) {\n    passwordChange(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.PasswordChangeDocument,
    "\n  mutation PasswordResetRequest($input: PasswordResetRequestInput!) {\n    passwordResetRequest(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.PasswordResetRequestDocument,
    "\n  mutation PasswordSet($input: PasswordSetInput!) {\n    passwordSet(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.PasswordSetDocument,
    "\n  mutation RecoveryCodesRenew {\n    recoveryCodesRenew {\n      recoveryCodes\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.RecoveryCodesRenewDocument,
    "\n  mutation SecondFactorRemove($input: SecondFactorRemoveInput!) {\n    secondFactorRemove(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SecondFactorRemoveDocument,
    "\n  mutation SecondFactorBegin {\n    secondFactorBegin {\n      secret\n      uri\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SecondFactorBeginDocument,
    "\n  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {\n    secondFactorConfirm(input: $input) {\n      recoveryCodes\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SecondFactorConfirmDocument,
    "\n  query SendsMail {\n    serviceInfo {\n      sendsMail\n    }\n  }\n": typeof types.SendsMailDocument,
    "\n  mutation SessionChangeHat($input: SessionChangeHatInput!) {\n    sessionChangeHat(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SessionChangeHatDocument,
    "\n  mutation SessionClose {\n    sessionClose {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SessionCloseDocument,
    "\n  mutation SessionConfirm($input: SessionConfirmInput!) {\n    sessionConfirm(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SessionConfirmDocument,
    "\n  mutation SessionEnd($input: SessionEndInput!) {\n    sessionEnd(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SessionEndDocument,
    "\n  mutation SessionsEndOthers {\n    sessionsEndOthers {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SessionsEndOthersDocument,
    "\n  mutation SessionOpen($input: SessionOpenInput!) {\n    sessionOpen(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SessionOpenDocument,
    "\n  mutation SessionReauthenticate($input: SessionReauthenticateInput!) {\n    sessionReauthenticate(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SessionReauthenticateDocument,
    "\n  query SessionViewer {\n    viewer {\n      hat\n      workspace\n      places\n      supportView {\n        id\n        endsAt\n      }\n      email\n      hasPassword\n      secondFactor {\n        isOutstanding\n        isSetUp\n        takenAwayAt\n      }\n      person {\n        id\n        name\n      }\n      hats {\n        id\n        role\n        workspace\n        isWorn\n        administration {\n          id\n          code\n          en: name(locale: EN)\n          fr: name(locale: FR)\n        }\n      }\n    }\n  }\n": typeof types.SessionViewerDocument,
    "\n  query Security {\n    serviceInfo {\n      offersIdentityProvider\n    }\n    viewer {\n      email\n      hat\n      hasPassword\n      secondFactor {\n        isSetUp\n        ...SecondFactorPanel_secondFactor\n      }\n      identities {\n        id\n        ...IdentityPanel_identities\n      }\n      sessions {\n        id\n        ...SessionPanel_sessions\n      }\n      signIns {\n        ...SignInHistory_signIns\n      }\n    }\n  }\n": typeof types.SecurityDocument,
    "\n  query Settings($locale: Locale!) {\n    viewer {\n      email\n      hat\n      organisation(locale: $locale)\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.SettingsDocument,
    "\n  query AuditLog(\n    $locale: Locale!\n    $first: Int!\n    $after: String\n    $action: String\n    $outcome: AuditOutcome\n    $administration: String\n    $actor: ID\n    $object: ID\n    $from: DateTime\n    $until: DateTime\n  ) {\n    auditEntries(\n      first: $first\n      after: $after\n      action: $action\n      outcome: $outcome\n      administration: $administration\n      actor: $actor\n      object: $object\n      from: $from\n      until: $until\n    ) {\n      nodes {\n        id\n        chain\n        seq\n        hash\n        at\n        action\n        outcome\n        hat\n        requestId\n        actor {\n          id\n          name\n          organisation(locale: $locale)\n        }\n        viewAs {\n          id\n          name\n        }\n        administration {\n          id\n          code\n          name(locale: $locale)\n        }\n        cycle {\n          id\n          name(locale: $locale)\n        }\n        object {\n          type\n          id\n          name(locale: $locale)\n          code\n          versionCode\n        }\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AuditLogDocument,
    "\n  query AuditEntryDetail($chain: String!, $seq: Int!) {\n    auditEntry(chain: $chain, seq: $seq) {\n      id\n      changes {\n        field\n        subject\n        access\n        before\n        after\n      }\n    }\n  }\n": typeof types.AuditEntryDetailDocument,
    "\n  query UnreadNotifications {\n    viewer {\n      unreadNotificationCount\n    }\n  }\n": typeof types.UnreadNotificationsDocument,
    "\n  query Notifications($locale: Locale!, $first: Int!, $after: String, $isUnread: Boolean) {\n    viewer {\n      unreadNotificationCount\n      notifications(first: $first, after: $after, isUnread: $isUnread) {\n        nodes {\n          id\n          kind\n          actorName\n          kpiCodes\n          elementCodes\n          elements {\n            id\n            label(locale: $locale)\n          }\n          dueAt\n          at\n          isRead\n          administration {\n            id\n            name(locale: $locale)\n          }\n          cycle {\n            id\n            code\n            name(locale: $locale)\n          }\n          assessment {\n            id\n          }\n          message {\n            subject(locale: $locale)\n            text(locale: $locale)\n          }\n        }\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.NotificationsDocument,
    "\n  mutation NotificationsRead($input: NotificationsReadInput!) {\n    notificationsRead(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.NotificationsReadDocument,
    "\n  query NotificationSettings {\n    viewer {\n      notificationSettings {\n        mutedKinds\n        quietFrom\n        quietUntil\n        timeZone\n        locale\n        isChosen\n      }\n    }\n  }\n": typeof types.NotificationSettingsDocument,
    "\n  mutation NotificationSettingsSave($input: NotificationSettingsSaveInput!) {\n    notificationSettingsSave(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.NotificationSettingsSaveDocument,
    "\n  query OwnSupport {\n    viewer {\n      openSupportAccess {\n        allowed\n        code\n      }\n      supportAccess {\n        id\n        endsAt\n        viewerCan {\n          close {\n            allowed\n          }\n        }\n      }\n      supportViews {\n        id\n        viewerName\n        startedAt\n        endedAt\n        isNoticed\n      }\n    }\n  }\n": typeof types.OwnSupportDocument,
    "\n  mutation SupportAccessOpen($input: SupportAccessInput!) {\n    answer: supportAccessOpen(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SupportAccessOpenDocument,
    "\n  mutation SupportAccessClose($input: SupportAccessInput!) {\n    answer: supportAccessClose(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SupportAccessCloseDocument,
    "\n  mutation SupportViewsNotice($input: SupportAccessInput!) {\n    answer: supportViewsNotice(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SupportViewsNoticeDocument,
    "\n  mutation SupportViewEnd {\n    supportViewEnd {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.SupportViewEndDocument,
};
const documents: Documents = {
    "\n  query DemonstrationPeople($locale: Locale!) {\n    demonstrationPeople {\n      roleId\n      name\n      role\n      workspace\n      administration {\n        id\n        code\n        name(locale: $locale)\n      }\n    }\n  }\n": types.DemonstrationPeopleDocument,
    "\n  fragment IdentityPanel_identities on LinkedIdentity {\n    id\n    issuer\n    linkedAt\n    lastUsedAt\n  }\n": types.IdentityPanel_IdentitiesFragmentDoc,
    "\n  fragment SecondFactorPanel_secondFactor on SecondFactor {\n    isSetUp\n    isRequired\n    setUpAt\n    takenAwayAt\n    recoveryCodesLeft\n  }\n": types.SecondFactorPanel_SecondFactorFragmentDoc,
    "\n  fragment SessionList_sessions on Session {\n    id\n    role\n    isPresent\n    device\n    createdAt\n    lastSeenAt\n    administration {\n      id\n      code\n      en: name(locale: EN)\n      fr: name(locale: FR)\n    }\n  }\n": types.SessionList_SessionsFragmentDoc,
    "\n  fragment SessionPanel_sessions on Session {\n    id\n    isPresent\n    ...SessionList_sessions\n  }\n": types.SessionPanel_SessionsFragmentDoc,
    "\n  fragment SignInHistory_signIns on SignIn {\n    at\n    method\n    outcome\n    device\n  }\n": types.SignInHistory_SignInsFragmentDoc,
    "\n  mutation DemonstrationSignIn($input: DemonstrationSignInInput!) {\n    demonstrationSignIn(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.DemonstrationSignInDocument,
    "\n  query Entrance {\n    signInStep\n    serviceInfo {\n      offersIdentityProvider\n      sendsMail\n    }\n  }\n": types.EntranceDocument,
    "\n  mutation IdentityLinkBegin {\n    identityLinkBegin {\n      startPath\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.IdentityLinkBeginDocument,
    "\n  mutation IdentityUnlink($input: IdentityUnlinkInput!) {\n    identityUnlink(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.IdentityUnlinkDocument,
    "\n  mutation PasswordChange($input: PasswordChangeInput!) {\n    passwordChange(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.PasswordChangeDocument,
    "\n  mutation PasswordResetRequest($input: PasswordResetRequestInput!) {\n    passwordResetRequest(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.PasswordResetRequestDocument,
    "\n  mutation PasswordSet($input: PasswordSetInput!) {\n    passwordSet(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.PasswordSetDocument,
    "\n  mutation RecoveryCodesRenew {\n    recoveryCodesRenew {\n      recoveryCodes\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.RecoveryCodesRenewDocument,
    "\n  mutation SecondFactorRemove($input: SecondFactorRemoveInput!) {\n    secondFactorRemove(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SecondFactorRemoveDocument,
    "\n  mutation SecondFactorBegin {\n    secondFactorBegin {\n      secret\n      uri\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SecondFactorBeginDocument,
    "\n  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {\n    secondFactorConfirm(input: $input) {\n      recoveryCodes\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SecondFactorConfirmDocument,
    "\n  query SendsMail {\n    serviceInfo {\n      sendsMail\n    }\n  }\n": types.SendsMailDocument,
    "\n  mutation SessionChangeHat($input: SessionChangeHatInput!) {\n    sessionChangeHat(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SessionChangeHatDocument,
    "\n  mutation SessionClose {\n    sessionClose {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SessionCloseDocument,
    "\n  mutation SessionConfirm($input: SessionConfirmInput!) {\n    sessionConfirm(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SessionConfirmDocument,
    "\n  mutation SessionEnd($input: SessionEndInput!) {\n    sessionEnd(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SessionEndDocument,
    "\n  mutation SessionsEndOthers {\n    sessionsEndOthers {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SessionsEndOthersDocument,
    "\n  mutation SessionOpen($input: SessionOpenInput!) {\n    sessionOpen(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SessionOpenDocument,
    "\n  mutation SessionReauthenticate($input: SessionReauthenticateInput!) {\n    sessionReauthenticate(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SessionReauthenticateDocument,
    "\n  query SessionViewer {\n    viewer {\n      hat\n      workspace\n      places\n      supportView {\n        id\n        endsAt\n      }\n      email\n      hasPassword\n      secondFactor {\n        isOutstanding\n        isSetUp\n        takenAwayAt\n      }\n      person {\n        id\n        name\n      }\n      hats {\n        id\n        role\n        workspace\n        isWorn\n        administration {\n          id\n          code\n          en: name(locale: EN)\n          fr: name(locale: FR)\n        }\n      }\n    }\n  }\n": types.SessionViewerDocument,
    "\n  query Security {\n    serviceInfo {\n      offersIdentityProvider\n    }\n    viewer {\n      email\n      hat\n      hasPassword\n      secondFactor {\n        isSetUp\n        ...SecondFactorPanel_secondFactor\n      }\n      identities {\n        id\n        ...IdentityPanel_identities\n      }\n      sessions {\n        id\n        ...SessionPanel_sessions\n      }\n      signIns {\n        ...SignInHistory_signIns\n      }\n    }\n  }\n": types.SecurityDocument,
    "\n  query Settings($locale: Locale!) {\n    viewer {\n      email\n      hat\n      organisation(locale: $locale)\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.SettingsDocument,
    "\n  query AuditLog(\n    $locale: Locale!\n    $first: Int!\n    $after: String\n    $action: String\n    $outcome: AuditOutcome\n    $administration: String\n    $actor: ID\n    $object: ID\n    $from: DateTime\n    $until: DateTime\n  ) {\n    auditEntries(\n      first: $first\n      after: $after\n      action: $action\n      outcome: $outcome\n      administration: $administration\n      actor: $actor\n      object: $object\n      from: $from\n      until: $until\n    ) {\n      nodes {\n        id\n        chain\n        seq\n        hash\n        at\n        action\n        outcome\n        hat\n        requestId\n        actor {\n          id\n          name\n          organisation(locale: $locale)\n        }\n        viewAs {\n          id\n          name\n        }\n        administration {\n          id\n          code\n          name(locale: $locale)\n        }\n        cycle {\n          id\n          name(locale: $locale)\n        }\n        object {\n          type\n          id\n          name(locale: $locale)\n          code\n          versionCode\n        }\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AuditLogDocument,
    "\n  query AuditEntryDetail($chain: String!, $seq: Int!) {\n    auditEntry(chain: $chain, seq: $seq) {\n      id\n      changes {\n        field\n        subject\n        access\n        before\n        after\n      }\n    }\n  }\n": types.AuditEntryDetailDocument,
    "\n  query UnreadNotifications {\n    viewer {\n      unreadNotificationCount\n    }\n  }\n": types.UnreadNotificationsDocument,
    "\n  query Notifications($locale: Locale!, $first: Int!, $after: String, $isUnread: Boolean) {\n    viewer {\n      unreadNotificationCount\n      notifications(first: $first, after: $after, isUnread: $isUnread) {\n        nodes {\n          id\n          kind\n          actorName\n          kpiCodes\n          elementCodes\n          elements {\n            id\n            label(locale: $locale)\n          }\n          dueAt\n          at\n          isRead\n          administration {\n            id\n            name(locale: $locale)\n          }\n          cycle {\n            id\n            code\n            name(locale: $locale)\n          }\n          assessment {\n            id\n          }\n          message {\n            subject(locale: $locale)\n            text(locale: $locale)\n          }\n        }\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.NotificationsDocument,
    "\n  mutation NotificationsRead($input: NotificationsReadInput!) {\n    notificationsRead(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.NotificationsReadDocument,
    "\n  query NotificationSettings {\n    viewer {\n      notificationSettings {\n        mutedKinds\n        quietFrom\n        quietUntil\n        timeZone\n        locale\n        isChosen\n      }\n    }\n  }\n": types.NotificationSettingsDocument,
    "\n  mutation NotificationSettingsSave($input: NotificationSettingsSaveInput!) {\n    notificationSettingsSave(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.NotificationSettingsSaveDocument,
    "\n  query OwnSupport {\n    viewer {\n      openSupportAccess {\n        allowed\n        code\n      }\n      supportAccess {\n        id\n        endsAt\n        viewerCan {\n          close {\n            allowed\n          }\n        }\n      }\n      supportViews {\n        id\n        viewerName\n        startedAt\n        endedAt\n        isNoticed\n      }\n    }\n  }\n": types.OwnSupportDocument,
    "\n  mutation SupportAccessOpen($input: SupportAccessInput!) {\n    answer: supportAccessOpen(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SupportAccessOpenDocument,
    "\n  mutation SupportAccessClose($input: SupportAccessInput!) {\n    answer: supportAccessClose(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SupportAccessCloseDocument,
    "\n  mutation SupportViewsNotice($input: SupportAccessInput!) {\n    answer: supportViewsNotice(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SupportViewsNoticeDocument,
    "\n  mutation SupportViewEnd {\n    supportViewEnd {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n": types.SupportViewEndDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DemonstrationPeople($locale: Locale!) {\n    demonstrationPeople {\n      roleId\n      name\n      role\n      workspace\n      administration {\n        id\n        code\n        name(locale: $locale)\n      }\n    }\n  }\n"): (typeof documents)["\n  query DemonstrationPeople($locale: Locale!) {\n    demonstrationPeople {\n      roleId\n      name\n      role\n      workspace\n      administration {\n        id\n        code\n        name(locale: $locale)\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IdentityPanel_identities on LinkedIdentity {\n    id\n    issuer\n    linkedAt\n    lastUsedAt\n  }\n"): (typeof documents)["\n  fragment IdentityPanel_identities on LinkedIdentity {\n    id\n    issuer\n    linkedAt\n    lastUsedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SecondFactorPanel_secondFactor on SecondFactor {\n    isSetUp\n    isRequired\n    setUpAt\n    takenAwayAt\n    recoveryCodesLeft\n  }\n"): (typeof documents)["\n  fragment SecondFactorPanel_secondFactor on SecondFactor {\n    isSetUp\n    isRequired\n    setUpAt\n    takenAwayAt\n    recoveryCodesLeft\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionList_sessions on Session {\n    id\n    role\n    isPresent\n    device\n    createdAt\n    lastSeenAt\n    administration {\n      id\n      code\n      en: name(locale: EN)\n      fr: name(locale: FR)\n    }\n  }\n"): (typeof documents)["\n  fragment SessionList_sessions on Session {\n    id\n    role\n    isPresent\n    device\n    createdAt\n    lastSeenAt\n    administration {\n      id\n      code\n      en: name(locale: EN)\n      fr: name(locale: FR)\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionPanel_sessions on Session {\n    id\n    isPresent\n    ...SessionList_sessions\n  }\n"): (typeof documents)["\n  fragment SessionPanel_sessions on Session {\n    id\n    isPresent\n    ...SessionList_sessions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SignInHistory_signIns on SignIn {\n    at\n    method\n    outcome\n    device\n  }\n"): (typeof documents)["\n  fragment SignInHistory_signIns on SignIn {\n    at\n    method\n    outcome\n    device\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DemonstrationSignIn($input: DemonstrationSignInInput!) {\n    demonstrationSignIn(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DemonstrationSignIn($input: DemonstrationSignInInput!) {\n    demonstrationSignIn(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Entrance {\n    signInStep\n    serviceInfo {\n      offersIdentityProvider\n      sendsMail\n    }\n  }\n"): (typeof documents)["\n  query Entrance {\n    signInStep\n    serviceInfo {\n      offersIdentityProvider\n      sendsMail\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IdentityLinkBegin {\n    identityLinkBegin {\n      startPath\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation IdentityLinkBegin {\n    identityLinkBegin {\n      startPath\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IdentityUnlink($input: IdentityUnlinkInput!) {\n    identityUnlink(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation IdentityUnlink($input: IdentityUnlinkInput!) {\n    identityUnlink(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PasswordChange($input: PasswordChangeInput!) {\n    passwordChange(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PasswordChange($input: PasswordChangeInput!) {\n    passwordChange(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PasswordResetRequest($input: PasswordResetRequestInput!) {\n    passwordResetRequest(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PasswordResetRequest($input: PasswordResetRequestInput!) {\n    passwordResetRequest(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PasswordSet($input: PasswordSetInput!) {\n    passwordSet(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PasswordSet($input: PasswordSetInput!) {\n    passwordSet(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecoveryCodesRenew {\n    recoveryCodesRenew {\n      recoveryCodes\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RecoveryCodesRenew {\n    recoveryCodesRenew {\n      recoveryCodes\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SecondFactorRemove($input: SecondFactorRemoveInput!) {\n    secondFactorRemove(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SecondFactorRemove($input: SecondFactorRemoveInput!) {\n    secondFactorRemove(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SecondFactorBegin {\n    secondFactorBegin {\n      secret\n      uri\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SecondFactorBegin {\n    secondFactorBegin {\n      secret\n      uri\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {\n    secondFactorConfirm(input: $input) {\n      recoveryCodes\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {\n    secondFactorConfirm(input: $input) {\n      recoveryCodes\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SendsMail {\n    serviceInfo {\n      sendsMail\n    }\n  }\n"): (typeof documents)["\n  query SendsMail {\n    serviceInfo {\n      sendsMail\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionChangeHat($input: SessionChangeHatInput!) {\n    sessionChangeHat(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SessionChangeHat($input: SessionChangeHatInput!) {\n    sessionChangeHat(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionClose {\n    sessionClose {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SessionClose {\n    sessionClose {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionConfirm($input: SessionConfirmInput!) {\n    sessionConfirm(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SessionConfirm($input: SessionConfirmInput!) {\n    sessionConfirm(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionEnd($input: SessionEndInput!) {\n    sessionEnd(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SessionEnd($input: SessionEndInput!) {\n    sessionEnd(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionsEndOthers {\n    sessionsEndOthers {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SessionsEndOthers {\n    sessionsEndOthers {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionOpen($input: SessionOpenInput!) {\n    sessionOpen(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SessionOpen($input: SessionOpenInput!) {\n    sessionOpen(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionReauthenticate($input: SessionReauthenticateInput!) {\n    sessionReauthenticate(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SessionReauthenticate($input: SessionReauthenticateInput!) {\n    sessionReauthenticate(input: $input) {\n      retryAfterSeconds\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionViewer {\n    viewer {\n      hat\n      workspace\n      places\n      supportView {\n        id\n        endsAt\n      }\n      email\n      hasPassword\n      secondFactor {\n        isOutstanding\n        isSetUp\n        takenAwayAt\n      }\n      person {\n        id\n        name\n      }\n      hats {\n        id\n        role\n        workspace\n        isWorn\n        administration {\n          id\n          code\n          en: name(locale: EN)\n          fr: name(locale: FR)\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SessionViewer {\n    viewer {\n      hat\n      workspace\n      places\n      supportView {\n        id\n        endsAt\n      }\n      email\n      hasPassword\n      secondFactor {\n        isOutstanding\n        isSetUp\n        takenAwayAt\n      }\n      person {\n        id\n        name\n      }\n      hats {\n        id\n        role\n        workspace\n        isWorn\n        administration {\n          id\n          code\n          en: name(locale: EN)\n          fr: name(locale: FR)\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Security {\n    serviceInfo {\n      offersIdentityProvider\n    }\n    viewer {\n      email\n      hat\n      hasPassword\n      secondFactor {\n        isSetUp\n        ...SecondFactorPanel_secondFactor\n      }\n      identities {\n        id\n        ...IdentityPanel_identities\n      }\n      sessions {\n        id\n        ...SessionPanel_sessions\n      }\n      signIns {\n        ...SignInHistory_signIns\n      }\n    }\n  }\n"): (typeof documents)["\n  query Security {\n    serviceInfo {\n      offersIdentityProvider\n    }\n    viewer {\n      email\n      hat\n      hasPassword\n      secondFactor {\n        isSetUp\n        ...SecondFactorPanel_secondFactor\n      }\n      identities {\n        id\n        ...IdentityPanel_identities\n      }\n      sessions {\n        id\n        ...SessionPanel_sessions\n      }\n      signIns {\n        ...SignInHistory_signIns\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Settings($locale: Locale!) {\n    viewer {\n      email\n      hat\n      organisation(locale: $locale)\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Settings($locale: Locale!) {\n    viewer {\n      email\n      hat\n      organisation(locale: $locale)\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditLog(\n    $locale: Locale!\n    $first: Int!\n    $after: String\n    $action: String\n    $outcome: AuditOutcome\n    $administration: String\n    $actor: ID\n    $object: ID\n    $from: DateTime\n    $until: DateTime\n  ) {\n    auditEntries(\n      first: $first\n      after: $after\n      action: $action\n      outcome: $outcome\n      administration: $administration\n      actor: $actor\n      object: $object\n      from: $from\n      until: $until\n    ) {\n      nodes {\n        id\n        chain\n        seq\n        hash\n        at\n        action\n        outcome\n        hat\n        requestId\n        actor {\n          id\n          name\n          organisation(locale: $locale)\n        }\n        viewAs {\n          id\n          name\n        }\n        administration {\n          id\n          code\n          name(locale: $locale)\n        }\n        cycle {\n          id\n          name(locale: $locale)\n        }\n        object {\n          type\n          id\n          name(locale: $locale)\n          code\n          versionCode\n        }\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditLog(\n    $locale: Locale!\n    $first: Int!\n    $after: String\n    $action: String\n    $outcome: AuditOutcome\n    $administration: String\n    $actor: ID\n    $object: ID\n    $from: DateTime\n    $until: DateTime\n  ) {\n    auditEntries(\n      first: $first\n      after: $after\n      action: $action\n      outcome: $outcome\n      administration: $administration\n      actor: $actor\n      object: $object\n      from: $from\n      until: $until\n    ) {\n      nodes {\n        id\n        chain\n        seq\n        hash\n        at\n        action\n        outcome\n        hat\n        requestId\n        actor {\n          id\n          name\n          organisation(locale: $locale)\n        }\n        viewAs {\n          id\n          name\n        }\n        administration {\n          id\n          code\n          name(locale: $locale)\n        }\n        cycle {\n          id\n          name(locale: $locale)\n        }\n        object {\n          type\n          id\n          name(locale: $locale)\n          code\n          versionCode\n        }\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditEntryDetail($chain: String!, $seq: Int!) {\n    auditEntry(chain: $chain, seq: $seq) {\n      id\n      changes {\n        field\n        subject\n        access\n        before\n        after\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditEntryDetail($chain: String!, $seq: Int!) {\n    auditEntry(chain: $chain, seq: $seq) {\n      id\n      changes {\n        field\n        subject\n        access\n        before\n        after\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnreadNotifications {\n    viewer {\n      unreadNotificationCount\n    }\n  }\n"): (typeof documents)["\n  query UnreadNotifications {\n    viewer {\n      unreadNotificationCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notifications($locale: Locale!, $first: Int!, $after: String, $isUnread: Boolean) {\n    viewer {\n      unreadNotificationCount\n      notifications(first: $first, after: $after, isUnread: $isUnread) {\n        nodes {\n          id\n          kind\n          actorName\n          kpiCodes\n          elementCodes\n          elements {\n            id\n            label(locale: $locale)\n          }\n          dueAt\n          at\n          isRead\n          administration {\n            id\n            name(locale: $locale)\n          }\n          cycle {\n            id\n            code\n            name(locale: $locale)\n          }\n          assessment {\n            id\n          }\n          message {\n            subject(locale: $locale)\n            text(locale: $locale)\n          }\n        }\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Notifications($locale: Locale!, $first: Int!, $after: String, $isUnread: Boolean) {\n    viewer {\n      unreadNotificationCount\n      notifications(first: $first, after: $after, isUnread: $isUnread) {\n        nodes {\n          id\n          kind\n          actorName\n          kpiCodes\n          elementCodes\n          elements {\n            id\n            label(locale: $locale)\n          }\n          dueAt\n          at\n          isRead\n          administration {\n            id\n            name(locale: $locale)\n          }\n          cycle {\n            id\n            code\n            name(locale: $locale)\n          }\n          assessment {\n            id\n          }\n          message {\n            subject(locale: $locale)\n            text(locale: $locale)\n          }\n        }\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NotificationsRead($input: NotificationsReadInput!) {\n    notificationsRead(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation NotificationsRead($input: NotificationsReadInput!) {\n    notificationsRead(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NotificationSettings {\n    viewer {\n      notificationSettings {\n        mutedKinds\n        quietFrom\n        quietUntil\n        timeZone\n        locale\n        isChosen\n      }\n    }\n  }\n"): (typeof documents)["\n  query NotificationSettings {\n    viewer {\n      notificationSettings {\n        mutedKinds\n        quietFrom\n        quietUntil\n        timeZone\n        locale\n        isChosen\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NotificationSettingsSave($input: NotificationSettingsSaveInput!) {\n    notificationSettingsSave(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation NotificationSettingsSave($input: NotificationSettingsSaveInput!) {\n    notificationSettingsSave(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnSupport {\n    viewer {\n      openSupportAccess {\n        allowed\n        code\n      }\n      supportAccess {\n        id\n        endsAt\n        viewerCan {\n          close {\n            allowed\n          }\n        }\n      }\n      supportViews {\n        id\n        viewerName\n        startedAt\n        endedAt\n        isNoticed\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnSupport {\n    viewer {\n      openSupportAccess {\n        allowed\n        code\n      }\n      supportAccess {\n        id\n        endsAt\n        viewerCan {\n          close {\n            allowed\n          }\n        }\n      }\n      supportViews {\n        id\n        viewerName\n        startedAt\n        endedAt\n        isNoticed\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SupportAccessOpen($input: SupportAccessInput!) {\n    answer: supportAccessOpen(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SupportAccessOpen($input: SupportAccessInput!) {\n    answer: supportAccessOpen(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SupportAccessClose($input: SupportAccessInput!) {\n    answer: supportAccessClose(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SupportAccessClose($input: SupportAccessInput!) {\n    answer: supportAccessClose(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SupportViewsNotice($input: SupportAccessInput!) {\n    answer: supportViewsNotice(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SupportViewsNotice($input: SupportAccessInput!) {\n    answer: supportViewsNotice(input: $input) {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SupportViewEnd {\n    supportViewEnd {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SupportViewEnd {\n    supportViewEnd {\n      problems {\n        reason\n        message\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
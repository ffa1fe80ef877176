import { graphql } from '../generated'

export const ImportsDocument = graphql(`
  query FrameworkImports($locale: Locale!, $after: String) {
    frameworkVersions {
      id
      code
      name(locale: $locale)
      status
      viewerCan {
        derive {
          allowed
          code
          reason
        }
        edit {
          allowed
          code
          reason
        }
      }
    }
    frameworkImports(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        fileName
        code
        state
        createdAt
        author {
          id
          name
        }
        counts {
          state
          count
        }
      }
    }
  }
`)

export const ImportDocument = graphql(`
  query FrameworkImport(
    $id: ID!
    $state: ImportEntryState
    $section: String
    $after: String
    $locale: Locale!
  ) {
    frameworkImport(id: $id) {
      id
      fileName
      format
      size
      sha256
      code
      absent
      state
      isCurrent
      contentHash
      createdAt
      appliedAt
      author {
        id
        name
      }
      draft {
        id
        code
        name(locale: $locale)
      }
      base {
        id
        code
        name(locale: $locale)
      }
      frameworkVersion {
        id
        code
        name(locale: $locale)
      }
      counts {
        state
        count
      }
      entries(first: 100, after: $after, state: $state, section: $section) {
        totalCount
        nodes {
          section
          code
          state
          changes {
            field
            before
            after
          }
          problems {
            at
            reason
            message(locale: $locale)
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

export const ImportStartDocument = graphql(`
  mutation FrameworkImportStart($input: FrameworkImportStartInput!) {
    frameworkImportStart(input: $input) {
      ticket
      uploadPath
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const ImportCheckDocument = graphql(`
  mutation FrameworkImportCheck($input: FrameworkImportCheckInput!) {
    frameworkImportCheck(input: $input) {
      frameworkImport {
        id
        state
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const ImportRecheckDocument = graphql(`
  mutation FrameworkImportRecheck($input: FrameworkImportRecheckInput!) {
    frameworkImportRecheck(input: $input) {
      frameworkImport {
        id
        state
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const ImportApplyDocument = graphql(`
  mutation FrameworkImportApply($input: FrameworkImportApplyInput!) {
    frameworkImportApply(input: $input) {
      frameworkImport {
        id
        state
        appliedAt
      }
      frameworkVersion {
        id
        code
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

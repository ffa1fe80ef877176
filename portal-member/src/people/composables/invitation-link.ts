import { ref } from 'vue'

/** Secret of the invitation this tab was opened with; kept while somebody signs in first, and nowhere else. */
export const invitationLink = ref('')

// Unsent text, by case, for this tab only: it survives a reload and a lost session, and is gone
// when the tab closes, as personal data should be.
const key = (caseId) => `svara.draft.${caseId}`;

export function keepDraft(caseId, draft) {
  if (draft.text || draft.files?.length > 0) sessionStorage.setItem(key(caseId), JSON.stringify(draft));
  else sessionStorage.removeItem(key(caseId));
}

/** {text, mode, fields, files} or undefined; the latter two of letters only. */
export function draftOf(caseId) {
  const kept = sessionStorage.getItem(key(caseId));
  return kept ? JSON.parse(kept) : undefined;
}

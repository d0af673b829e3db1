package io.svara.engine.desk;

/** What a user may do. A user has one or more. */
public enum Role {
  /** Reads and answers cases. */
  AGENT,
  /** Besides: assigns others, approves what needs a second pair of eyes, merges contacts. */
  LEAD,
  /** Edits what the guard goes by. */
  POLICY_OWNER,
  /** Leads the crisis room. */
  CRISIS_LEAD,
  /** Sees only the queue that was shared with them. */
  GUEST_MODERATOR,
  /** Endpoints, accounts, plugins, quarantine, journal. */
  OPERATOR,
  /** All of it, and users. */
  ADMIN
}

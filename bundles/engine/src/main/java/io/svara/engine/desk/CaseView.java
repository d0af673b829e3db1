package io.svara.engine.desk;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.TextLimit;
import io.svara.api.message.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case as an agent works with it.
 *
 * @param thread oldest first
 * @param capabilities what the channel can do
 * @param limits how long an answer may be
 * @param windows how long one may answer
 * @param merged the cases that became a part of this one
 * @param undo what {@link CaseChange.Undo} would take back, in words
 */
public record CaseView(
    CaseSummary summary,
    List<CaseMessage> thread,
    Set<CaseState> moves,
    Set<Capability> capabilities,
    Map<Visibility, TextLimit> limits,
    Map<Visibility, ReplyWindow> windows,
    List<String> merged,
    Optional<String> undo) {}

package io.svara.engine.cases;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.CaseView;
import io.svara.engine.desk.ReplyStanding;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.ContactRow;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.fold.ReplyRow;
import io.svara.engine.fold.State;
import io.svara.engine.plugins.Definition;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts rows together into what an agent sees. */
final class Showing {
  private final State state;

  Showing(State state) {
    this.state = state;
  }

  CaseSummary summary(CaseRow row) {
    return row.summary(
        state.standingContact(row.contact()).map(ContactRow::name).orElse(row.contact()));
  }

  CaseView view(CaseRow row) {
    Optional<ChannelDescriptor> channel = state.channel(row.channel()).map(Definition::descriptor);
    return new CaseView(
        summary(row),
        thread(row),
        moves(row),
        channel.map(ChannelDescriptor::capabilities).orElse(Set.of()),
        channel.map(ChannelDescriptor::limits).orElse(Map.of()),
        channel.map(ChannelDescriptor::windows).orElse(Map.of()),
        row.merged(),
        row.undo().map(u -> u.what() + " " + u.other()));
  }

  private static Set<CaseState> moves(CaseRow row) {
    Set<CaseState> moves = EnumSet.noneOf(CaseState.class);
    for (CaseState to : CaseState.values()) {
      // Merging and what follows from it have requests of their own.
      if (row.state() != CaseState.MERGED && to != CaseState.MERGED && row.state().mayBecome(to)) {
        moves.add(to);
      }
    }
    return moves;
  }

  private List<CaseMessage> thread(CaseRow row) {
    List<MessageRow> rows = state.thread(row);
    rows.sort(Comparator.comparing(MessageRow::id));
    return rows.stream().map(m -> shown(m, m.account().orElse(row.account()))).toList();
  }

  private CaseMessage shown(MessageRow row, String account) {
    Optional<ReplyStanding> standing = row.reply().flatMap(state::reply).map(ReplyRow::standing);
    Optional<String> answers =
        row.reply().isPresent()
            ? row.replyTo()
            : row.replyTo().flatMap(id -> state.messageByPlatform(account, id)).map(MessageRow::id);
    return row.shown(answers, standing);
  }
}

package io.svara.guard;

import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.TextLimit;
import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.api.check.Remark;
import io.svara.api.check.Remark.Severity;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** What the platform would refuse: a text that is too long, an answer that comes too late. */
@Component(property = "svara.check=" + PlatformLimits.ID)
public final class PlatformLimits implements DraftCheck {
  static final String ID = "platform-limits";
  static final String TARGET = "(svara.check=" + ID + ")";

  private static final Duration SOON = Duration.ofHours(1);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Remark> read(Draft draft) {
    Wording wording = Wording.in(draft.language());
    return Stream.of(
            draft.limit().flatMap(limit -> length(draft.text(), limit, wording)),
            draft.window().flatMap(window -> time(draft, window, wording)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Remark> length(String text, TextLimit limit, Wording wording) {
    int length = limit.counting().length(text);
    if (length <= limit.max()) {
      return Optional.empty();
    }
    String reason = wording.say("too-long", length - limit.max(), limit.max());
    int from = new Surplus(limit).begin(text);
    return Optional.of(
        new Remark("too-long", Severity.FORBID, from, text.length(), reason, Optional.empty()));
  }

  private static Optional<Remark> time(Draft draft, ReplyWindow window, Wording wording) {
    if (draft.lastFromCustomer().isEmpty()) {
      return draft.visibility() == Visibility.PRIVATE
          ? Optional.of(about("no-customer", Severity.FORBID, wording.say("window.never")))
          : Optional.empty();
    }
    Instant closes = draft.lastFromCustomer().get().plus(window.longest());
    Duration left = Duration.between(draft.now(), closes);
    if (left.isNegative() || left.isZero()) {
      String reason = wording.say("window.closed", window.longest().toHours());
      return Optional.of(about("window-closed", Severity.FORBID, reason));
    }
    return left.compareTo(SOON) > 0
        ? Optional.empty()
        : Optional.of(
            about(
                "window-closing",
                Severity.ADVISE,
                wording.say("window.closing", Math.max(1, left.toMinutes()))));
  }

  private static Remark about(String code, Severity severity, String reason) {
    return Remark.about(code, severity, reason);
  }
}

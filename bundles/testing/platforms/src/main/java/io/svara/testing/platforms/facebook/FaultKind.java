package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.Fault;
import java.time.Duration;

/** The faults that a person can switch on by name. */
enum FaultKind {
  TOO_MANY_REQUESTS("429, rate limit"),
  SERVER_ERROR("500, nothing happened"),
  SERVER_ERROR_AFTER("500, though it happened"),
  LATE("happens, answered after 30 s"),
  DROP_BEFORE("connection drops, nothing happened"),
  DROP_AFTER("connection drops, though it happened"),
  PERMISSION("permission denied (10)"),
  BLOCKED("page blocked (368)");

  private final String title;

  FaultKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  Fault on(FacebookPlatform platform) {
    return switch (this) {
      case TOO_MANY_REQUESTS -> platform.refusal(GraphError.pageLimit().withStatus(429));
      case SERVER_ERROR -> platform.refusal(GraphError.serviceUnavailable());
      case SERVER_ERROR_AFTER ->
          new Fault.FailAfter(GraphError.serviceUnavailable().answer("none"));
      case LATE -> new Fault.Late(Duration.ofSeconds(30));
      case DROP_BEFORE -> new Fault.DropBefore();
      case DROP_AFTER -> new Fault.DropAfter();
      case PERMISSION -> platform.refusal(GraphError.permissionDenied());
      case BLOCKED -> platform.refusal(GraphError.blocked());
    };
  }
}

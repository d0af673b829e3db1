package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.PlatformClock;
import io.svara.testing.platforms.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rate limits and the headers that tell of them. Limits are set by the test; the vendor's depend on
 * how many people use the page. The share of CPU and total time is not modelled and shown as zero.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Graph API:
 *     Rate Limits (headers {@code X-App-Usage} and {@code X-Business-Use-Case-Usage})</a>
 */
final class Usage {
  private static final int GENEROUS = 1_000_000;
  private static final Duration HOUR = Duration.ofHours(1);

  private final PlatformClock clock;
  private final RateLimit app;
  private final Map<String, RateLimit> pages = new ConcurrentHashMap<>();
  private volatile int pageLimit = GENEROUS;

  Usage(PlatformClock clock) {
    this.clock = clock;
    this.app = new RateLimit(clock, HOUR, GENEROUS);
  }

  void limitAppTo(int callsAnHour) {
    app.limit(callsAnHour);
  }

  void limitPagesTo(int callsAnHour) {
    pageLimit = callsAnHour;
    pages.values().forEach(limit -> limit.limit(callsAnHour));
  }

  /** Counts a call; ends it when the app or the page called too often. */
  void count(GraphRequest request) {
    if (!app.admit()) {
      throw GraphError.appLimit().toException();
    }
    if (!page(request.page().page().id()).admit()) {
      throw (request.edge().equals("messages") ? GraphError.callLimit() : GraphError.pageLimit())
          .toException();
    }
  }

  Answer report(Answer answer, String pageId, String useCase) {
    ObjectNode appUsage =
        MetaJson.object()
            .put("call_count", app.percentUsed())
            .put("total_cputime", 0)
            .put("total_time", 0);
    RateLimit limit = page(pageId);
    ObjectNode pageUsage = MetaJson.object();
    pageUsage
        .putArray(pageId)
        .addObject()
        .put("type", useCase)
        .put("call_count", limit.percentUsed())
        .put("total_cputime", 0)
        .put("total_time", 0)
        .put(
            "estimated_time_to_regain_access",
            limit.percentUsed() < 100 ? 0 : limit.untilFree().toMinutes() + 1);
    return answer
        .with("X-App-Usage", MetaJson.write(appUsage))
        .with("X-Business-Use-Case-Usage", MetaJson.write(pageUsage));
  }

  private RateLimit page(String pageId) {
    return pages.computeIfAbsent(pageId, id -> new RateLimit(clock, HOUR, pageLimit));
  }
}

package io.svara.host.channel;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Checking.Finding;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling.Polled;
import io.svara.api.channel.Receipt;
import io.svara.host.call.Complaint;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an answer of a connector may be, so that nonsense ends with the call and is not kept: every
 * answer is checked on the call's own thread, before anybody else sees it.
 */
final class Bounds {
  /** Platforms batch up to a thousand changes into one delivery; a poll may bring as many. */
  static final int MOST = 10_000;

  /** What one answer may weigh in all, in bytes: it becomes one entry or batch of the journal. */
  static final long HEAVIEST = 64L << 20;

  /** Of characters; real ones are a few hundred. */
  static final int LONGEST_CURSOR = 64 << 10;

  private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

  private Bounds() {}

  static Parsed checked(Parsed parsed) {
    if (parsed instanceof Parsed.Items items) {
      most(items.items(), "items");
      Sound sound = new Sound();
      items.items().forEach(item -> sound.require(item, name(item)));
    } else if (parsed instanceof Parsed.Needs needs) {
      most(needs.lookups(), "lookups");
      new Sound().require(needs, "demand for lookups");
    } else if (parsed != null) {
      new Sound().require(parsed, "answer");
    }
    return parsed;
  }

  private static String name(Inbound item) {
    return item.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  static Polled checked(Polled polled) {
    if (polled == null) {
      return null;
    }
    most(polled.deliveries(), "deliveries");
    polled.deliveries().forEach(Bounds::check);
    check(polled.cursor());
    long bytes = polled.deliveries().stream().mapToLong(arrival -> arrival.body().length).sum();
    if (bytes > HEAVIEST) {
      throw new Complaint(
          "it brought "
              + (bytes >> 20)
              + " MB at once; more than "
              + (HEAVIEST >> 20)
              + " are not kept");
    }
    check(polled.again());
    return polled;
  }

  static Receipt checked(Receipt receipt) {
    if (receipt == null) {
      return null;
    }
    new Sound().require(receipt, "receipt");
    if (receipt instanceof Receipt.RetryAfter retry) {
      check(retry.pause());
    }
    return receipt;
  }

  /** Findings for people, in which no secret of the call is left. */
  static List<Finding> findings(List<Finding> findings, UnaryOperator<String> safe) {
    if (findings == null) {
      return null;
    }
    most(findings, "findings");
    Sound sound = new Sound();
    findings.forEach(finding -> sound.require(finding, "finding"));
    return findings.stream()
        .map(f -> new Finding(safe.apply(f.step()), f.good(), safe.apply(f.words())))
        .toList();
  }

  private static void check(Duration pause) {
    if (pause == null || pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0) {
      throw new Complaint("it asked for a pause of " + pause);
    }
  }

  /** An event of a stream, and the cursor after it. */
  static void check(Arrival arrival, String cursor) {
    check(arrival);
    check(cursor);
  }

  private static void check(Arrival arrival) {
    if (arrival == null || arrival.mediaType() == null || arrival.body() == null) {
      throw new Complaint("it brought a delivery without a body or a media type");
    }
    if (arrival.body().length > HEAVIEST) {
      throw new Complaint("it brought a delivery of " + (arrival.body().length >> 20) + " MB");
    }
  }

  private static void check(String cursor) {
    if (cursor == null) {
      throw new Complaint("it brought news without the cursor after them");
    }
    if (cursor.length() > LONGEST_CURSOR) {
      throw new Complaint("its cursor has " + cursor.length() + " characters");
    }
  }

  static ChannelDescriptor checked(ChannelDescriptor descriptor) {
    if (descriptor == null) {
      throw new Complaint("it has no descriptor");
    }
    new Sound().require(descriptor, "descriptor");
    return descriptor;
  }

  private static void most(List<?> some, String what) {
    if (some.size() > MOST) {
      throw new Complaint(
          "it answered with " + some.size() + " " + what + "; more than " + MOST + " are not read");
    }
  }
}

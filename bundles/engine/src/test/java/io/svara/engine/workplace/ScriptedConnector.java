package io.svara.engine.workplace;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Checking;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.Streaming;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Tree;
import io.svara.api.message.Visibility;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel {@code shout} whose every answer the test writes beforehand. */
public final class ScriptedConnector implements Connectors {
  private final Map<String, Function<RawDelivery, Parsed>> readings = new ConcurrentHashMap<>();
  private final Deque<Function<Outbound, Receipt>> receipts = new ArrayDeque<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final Deque<Receipt> findings = new ArrayDeque<>();
  private final Deque<Polling.Polled> polled = new ArrayDeque<>();
  private final List<Optional<String>> asked = new CopyOnWriteArrayList<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final List<Outbound> sent = new CopyOnWriteArrayList<>();
  private final List<String> accounts = new CopyOnWriteArrayList<>();
  private final List<String> lookedUp = new CopyOnWriteArrayList<>();
  private volatile boolean running = true;
  private volatile boolean broken;
  private volatile boolean polling;
  private volatile String version = "1.0.0";
  private volatile String refusal = "";
  private final List<String> parsed = new CopyOnWriteArrayList<>();
  private final Map<String, Runnable> whileReading = new ConcurrentHashMap<>();

  /** What the connector reads from a body. */
  public void reads(String body, Inbound... items) {
    reads(body, new Parsed.Items(List.of(items)));
  }

  public void reads(String body, Parsed parsed) {
    reads(body, delivery -> parsed);
  }

  /** What the connector reads from a body and what was looked up for it. */
  public void reads(String body, Function<RawDelivery, Parsed> how) {
    readings.put(body, how);
  }

  /** The next receipts, in order; when there are none left everything is accepted. */
  public synchronized void willAnswer(Receipt... next) {
    for (Receipt receipt : next) {
      receipts.add(outbound -> receipt);
    }
  }

  public synchronized void willAnswer(Function<Outbound, Receipt> next) {
    receipts.add(next);
  }

  /** What asking the platform brings, in order. */
  public synchronized void willFind(Receipt... next) {
    findings.addAll(List.of(next));
  }

  /** What the next polls bring, in order. */
  public synchronized void willBring(Polling.Polled... next) {
    polled.addAll(List.of(next));
  }

  /** The cursors that polls began at, in order. */
  public List<Optional<String>> asked() {
    return new ArrayList<>(asked);
  }

  public void goes() {
    running = false;
    watchers.forEach(Runnable::run);
  }

  public void comes() {
    running = true;
    watchers.forEach(Runnable::run);
  }

  public void breaks(boolean now) {
    broken = now;
  }

  /** Another version of it gets the work. */
  public void becomes(String next) {
    version = next;
    watchers.forEach(Runnable::run);
  }

  /** Says from now on that it is to be polled. */
  public void polls() {
    polling = true;
  }

  /** What happens while it reads a body. */
  public void whileReading(String body, Runnable what) {
    whileReading.put(body, what);
  }

  /** How often it was given the body to read. */
  public long timesParsed(String body) {
    return parsed.stream().filter(body::equals).count();
  }

  /** From which account each was sent. */
  public List<String> accounts() {
    return new ArrayList<>(accounts);
  }

  public List<Outbound> sent() {
    return new ArrayList<>(sent);
  }

  public static Definition definition(String version) {
    return definition(version, false);
  }

  private static Definition definition(String version, boolean polls) {
    return new Definition(
        new ChannelDescriptor(
            "shout",
            "Shout",
            Set.of(Capability.values()),
            "pageId",
            new WebhookAuthentication.Hmac(
                "x-sign",
                "",
                "HmacSHA256",
                WebhookAuthentication.Encoding.HEX,
                "key",
                Optional.empty()),
            Map.of(Visibility.PUBLIC, new TextLimit(500, TextLimit.Counting.UTF16)),
            Map.of(Visibility.PRIVATE, new ReplyWindow(Duration.ofDays(1), Optional.empty())),
            List.of(),
            List.of()),
        version,
        polls,
        false,
        false,
        List.of(
            new Definition.Setting(
                "key", "Key", "the key to sign with", true, true, Optional.empty())),
        List.of(
            new Definition.Setting(
                "pageId", "Page", "the page's id", false, true, Optional.empty()),
            new Definition.Setting(
                "token", "Token", "what lets us in", true, true, Optional.empty())));
  }

  @Override
  public List<Definition> running() {
    return running ? List.of(definition(version, polling)) : List.of();
  }

  @Override
  public Parsed parse(String channel, RawDelivery delivery) throws Absent, Failed {
    need();
    String body = new String(delivery.body(), StandardCharsets.UTF_8);
    parsed.add(body);
    whileReading.getOrDefault(body, () -> {}).run();
    Function<RawDelivery, Parsed> reading = readings.get(body);
    if (broken || reading == null) {
      throw new Failed("shout " + version + " threw while reading.", null);
    }
    return reading.apply(delivery);
  }

  private void need() throws Absent {
    if (!running) {
      throw new Absent("shout");
    }
  }

  @Override
  public RawDelivery.LookupAnswer lookUp(AccountRef account, Parsed.Lookup lookup) {
    lookedUp.add(account.name() + ": " + lookup.question());
    Tree found = Tree.of("answer to " + lookup.question());
    Integer status;
    synchronized (this) {
      status = statuses.poll();
    }
    return new RawDelivery.LookupAnswer(lookup.name(), status == null ? 200 : status, found);
  }

  /** The statuses of the next lookups; when there are none left, 200. */
  public synchronized void willSay(Integer... next) {
    statuses.addAll(List.of(next));
  }

  /** What was looked up, each with the account as which it was. */
  public List<String> lookedUp() {
    return new ArrayList<>(lookedUp);
  }

  @Override
  public Receipt deliver(AccountRef account, Outbound message) throws Absent {
    need();
    accounts.add(account.name());
    sent.add(message);
    Function<Outbound, Receipt> next;
    synchronized (this) {
      next = receipts.poll();
    }
    return next == null
        ? new Receipt.Accepted("sent-" + message.idempotencyKey(), Optional.empty())
        : next.apply(message);
  }

  @Override
  public synchronized Receipt reconcile(AccountRef account, Outbound message) throws Absent {
    need();
    Receipt next = findings.poll();
    return next == null ? new Receipt.Unknown("the platform does not say") : next;
  }

  @Override
  public synchronized Polling.Polled poll(AccountRef account, Cursors cursors)
      throws Failed, Refused {
    asked.add(cursors.of(version));
    refuse();
    Polling.Polled next = polled.poll();
    if (next == null) {
      throw new Failed("shout has nothing to poll.", null);
    }
    return next;
  }

  @Override
  public void stream(AccountRef account, Cursors cursors, Streaming.Intake intake)
      throws Failed, Refused {
    refuse();
    throw new Failed("shout does not stream.", null);
  }

  /** Its platform serves no account, for this reason. */
  public void willBeRefused(String reason) {
    refusal = reason;
  }

  private void refuse() throws Refused {
    if (!refusal.isEmpty()) {
      throw new Refused(refusal);
    }
  }

  @Override
  public List<Checking.Finding> check(AccountRef account, Locale language) {
    return List.of(new Checking.Finding("Name", true, account.name()));
  }

  @Override
  public Fetched fetch(AccountRef account, URI uri) {
    return new Fetched.Missed("shout has no attachments");
  }

  @Override
  public AutoCloseable watch(Runnable changed) {
    watchers.add(changed);
    return () -> watchers.remove(changed);
  }
}

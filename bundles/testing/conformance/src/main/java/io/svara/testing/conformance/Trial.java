package io.svara.testing.conformance;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.Capability;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.LookingUp;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.Polling.Polled;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import io.svara.api.message.Tree;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One case at work: a connector, its platform, and between them a host that sees everything. Made
 * by the kit for each case; for one thread.
 *
 * <p>An author's own cases may have one too: a test beside the contract's, in the class that
 * implements {@link ChannelContract}, with a {@code Trial} as its parameter. For these is what is
 * public here, and it stays. Each call is made as the host makes it, and fails the case where the
 * connector throws what it may not, answers nothing or does not end.
 */
public final class Trial implements AutoCloseable {
  /** After all that anybody would configure, so that nothing is right by chance. */
  private static final Instant MORNING = Instant.parse("2027-03-15T10:00:00Z");

  /** After so many rounds of lookups the host gives up. */
  static final int ROUNDS = 3;

  /** More pages of news than any fake platform has. */
  private static final int MOST_POLLS = 1_000;

  private final ChannelContract contract;
  private final Life life;
  private final Secrets secrets = new Secrets();
  private final Witness witness = new Witness();
  private final ThreadGroup group = new ThreadGroup("conformance");
  private final Talk talk = new Talk();
  private Instant now = MORNING;
  private Duration patience = Duration.ofSeconds(20);
  private Platform platform;
  private Plugin plugin;
  private ChannelDescriptor descriptor;
  private Map<String, String> settings;
  private Secrets given = secrets;
  private Optional<String> polledUpTo = Optional.empty();
  private Newsreel reel;
  private List<Feature> about = List.of();
  private int deliveries;
  private int texts;

  /** For a case that looks at no life, and for the life itself. */
  Trial(ChannelContract contract) {
    this(contract, new Life());
  }

  Trial(ChannelContract contract, Life life) {
    this.contract = contract;
    this.life = life;
  }

  // What there is

  ChannelContract contract() {
    return contract;
  }

  Channel fresh() {
    return Objects.requireNonNull(contract.channel(), "The contract's channel() answers null.");
  }

  ChannelDescriptor descriptor() {
    if (descriptor == null) {
      descriptor = fresh().descriptor();
    }
    return descriptor;
  }

  /** The platform, as the contract makes it. */
  public Platform platform() {
    if (platform == null) {
      platform = contract.platform(secrets);
      platform.time(now);
      if (isStreamedOnly()) {
        reel = new Newsreel(this);
      }
    }
    return platform;
  }

  /**
   * The same with what only an author's own fake can do, such as a customer who blocks the account.
   */
  public <P extends Platform> P platform(Class<P> fake) {
    return fake.cast(platform());
  }

  Secrets secrets() {
    return secrets;
  }

  /** All that the connector does in its life; the same one for all cases of a contract. */
  Lifetime life() {
    return life.of(contract);
  }

  Witness witness() {
    return witness;
  }

  Plugin plugin() {
    if (plugin == null) {
      plugin = contract.plugin();
    }
    return plugin;
  }

  Form accountForm() {
    return plugin().form("io.svara.account." + descriptor().channel());
  }

  Form endpointForm() {
    return plugin().form("io.svara.endpoint." + descriptor().channel());
  }

  /** Why there is no such feature; empty where there is. */
  Optional<String> absence(Feature feature) {
    Optional<String> optedOut =
        contract.optOuts().stream()
            .filter(one -> one.feature() == feature)
            .findFirst()
            .map(one -> "opted out of " + feature + ": " + one.reason());
    return optedOut.or(
        () ->
            feature.declaredBy(fresh()).orElse(true)
                ? Optional.empty()
                : Optional.of("the connector does not declare " + feature));
  }

  boolean has(Feature feature) {
    return absence(feature).isEmpty();
  }

  // Time

  /** The platform's time and the host's, which stand still. */
  public Instant now() {
    return now;
  }

  /** Time goes on, for both. */
  public void passes(Duration time) {
    now = now.plus(time);
    platform().time(now);
  }

  /** The host gives up on an answer after so long, whatever the connector would wait. */
  void patience(Duration time) {
    patience = time;
  }

  /** From now on the host knows no secret. */
  void forgetsSecrets() {
    given = new Secrets();
  }

  // What comes in

  /** What the case is about; the platform may do it in one place only. */
  void about(Feature... features) {
    about = List.of(features);
  }

  /** Where customers of this platform do what the case is about, in public if anywhere. */
  public Visibility somewhere() {
    Visibility usual =
        descriptor().capabilities().contains(Capability.PUBLIC_REPLY)
            ? Visibility.PUBLIC
            : Visibility.PRIVATE;
    return about.stream()
        .map(feature -> platform().where(feature, usual))
        .filter(where -> where != usual)
        .findFirst()
        .orElse(usual);
  }

  /** The deliveries since the last call, as the journal would hold them. */
  List<Raw> news() {
    List<Raw> news = new ArrayList<>();
    for (Post post : platform().posts()) {
      news.add(Raw.posted(delivery(), receivedAt(), lowerCase(post.headers()), post.body()));
    }
    if (news.isEmpty() && !isPosted()) {
      if (reel != null) {
        reel.next().forEach(kept -> news.add(raw(kept.arrival())));
      } else if (fresh() instanceof Polling) {
        Fetched fetched = fetch(fresh(), polledUpTo);
        polledUpTo = Optional.of(fetched.cursor());
        news.addAll(fetched.raws());
      }
    }
    return news;
  }

  private boolean isPosted() {
    return Feature.WEBHOOKS.declaredBy(fresh()).orElse(false);
  }

  private boolean isStreamedOnly() {
    Channel channel = fresh();
    return !isPosted() && !(channel instanceof Polling) && channel instanceof Streaming;
  }

  /** All that there was, and where to go on. */
  record Fetched(List<Raw> raws, String cursor) {}

  /** Polls until the connector says that there is no more for now. */
  Fetched fetch(Channel channel, Optional<String> since) {
    List<Raw> raws = new ArrayList<>();
    Optional<String> cursor = since;
    for (int polls = 0; polls < MOST_POLLS; polls++) {
      Polled polled = poll(channel, cursor);
      polled.deliveries().forEach(arrival -> raws.add(raw(arrival)));
      if (!polled.again().isZero()) {
        return new Fetched(raws, polled.cursor());
      }
      cursor = Optional.of(polled.cursor());
    }
    throw new AssertionError(
        "After "
            + MOST_POLLS
            + " polls the connector still says that there is more at once (again is zero): let it"
            + " name a pause when the platform has no further page.");
  }

  /** A body that the platform never sent, as it would come from there. */
  Raw forged(byte[] body) {
    return isPosted()
        ? Raw.posted("hostile", now, Map.of(), body)
        : Raw.fetched("hostile", now, platform().account(), body);
  }

  Raw raw(Arrival arrival) {
    return Raw.fetched(delivery(), receivedAt(), platform().account(), arrival.body());
  }

  private String delivery() {
    return "delivery-" + ++deliveries;
  }

  /** Long after it happened there: a connector that takes this for the platform's time is seen. */
  private Instant receivedAt() {
    return now.plus(Duration.ofHours(3));
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> lower = new HashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return Map.copyOf(lower);
  }

  /** Reads once, without making lookups. */
  Parsed parse(Channel channel, Raw raw) {
    return reading(1, () -> parsed(channel, raw));
  }

  /** What the host makes of a parse: a body that is no JSON need not be caught by the connector. */
  static Parsed parsed(Channel channel, Raw raw) {
    try {
      return channel.parse(raw);
    } catch (MalformedBody none) {
      return new Parsed.Malformed(none.getMessage());
    }
  }

  /** All items of these deliveries, read in this order by one connector, with its lookups. */
  List<Inbound> read(Channel channel, List<Raw> raws) {
    List<Parsed> first =
        reading(raws.size(), () -> raws.stream().map(raw -> parsed(channel, raw)).toList());
    List<Inbound> items = new ArrayList<>();
    for (int i = 0; i < raws.size(); i++) {
      Parsed parsed = toTheEnd(channel, raws.get(i), first.get(i));
      if (!(parsed instanceof Parsed.Items read)) {
        throw new AssertionError("The platform's own delivery ended as " + parsed + ".");
      }
      items.addAll(read.items());
    }
    Items.of(Inbound.Message.class, items)
        .forEach(message -> talk.heard(message.platformId(), message.thread()));
    return items;
  }

  private Parsed toTheEnd(Channel channel, Raw raw, Parsed first) {
    Parsed parsed = first;
    Raw known = raw;
    for (int round = 0; parsed instanceof Parsed.Needs needs && round < ROUNDS; round++) {
      known = known.with(needs.lookups().stream().map(one -> answer(channel, one)).toList());
      parsed = parse(channel, known);
    }
    return parsed;
  }

  /** Has a lookup made, as the host does. */
  LookupAnswer answer(Channel channel, Parsed.Lookup lookup) {
    if (!lookup.account().equals(platform().account())) {
      return new LookupAnswer(lookup.name(), 0, Tree.Nothing.NOTHING);
    }
    // Beside the call, because what it answers is in the platform's words and not the connector's.
    AtomicReference<LookupAnswer> told = new AtomicReference<>();
    withHost(
        "lookUp",
        host -> {
          try {
            Http.Answer answer = ((LookingUp) channel).lookUp(lookup, host);
            told.set(new LookupAnswer(lookup.name(), answer.status(), host.http().json(answer)));
          } catch (Http.NotSent | Http.NoAnswer away) {
            witness.heard(away);
            told.set(new LookupAnswer(lookup.name(), 0, Tree.Nothing.NOTHING));
          }
          return told.get().status();
        });
    return told.get();
  }

  /**
   * All items of what came since the last call: of deliveries that were posted, else of a poll or
   * the stream, with the lookups that they need.
   */
  public List<Inbound> read() {
    return read(fresh(), news());
  }

  // What goes out

  /** Texts from now on are told of nothing that was said before. */
  void forgetsTalk() {
    talk.forget();
  }

  /** An answer to that message, where it stands; not sent. */
  public Outbound reply(Written to, String text) {
    return outbound(to, to.visibility(), false, text);
  }

  /** A private answer to that public message; not sent. */
  public Outbound handoff(Written to, String text) {
    return outbound(to, Visibility.PRIVATE, true, text);
  }

  private Outbound outbound(Written to, Visibility where, boolean privately, String text) {
    if (!talk.has(to.id())) {
      read();
    }
    String thread = talk.threadOf(to.id());
    return new Outbound(
        "conformance-" + ++texts,
        where,
        thread,
        Optional.of(to.id()),
        Optional.of(to.author()),
        privately,
        text,
        Optional.of(to.at()),
        now,
        false,
        Optional.empty(),
        talk.in(thread),
        List.of(),
        Optional.empty());
  }

  /** Has a fresh connector send it, once. */
  public Receipt deliver(Outbound message) {
    return deliver(fresh(), message);
  }

  Receipt deliver(Channel channel, Outbound message) {
    return talk.noted(message, withHost("deliver", host -> channel.deliver(message, host)));
  }

  /** Has a fresh connector find out what became of it. */
  public Receipt reconcile(Outbound message) {
    Channel channel = fresh();
    return talk.noted(message, withHost("reconcile", host -> channel.reconcile(message, host)));
  }

  Polled poll(Channel channel, Optional<String> cursor) {
    Attempt attempt = attempt(channel, cursor);
    return attempt
        .news()
        .orElseThrow(() -> new AssertionError("A poll ended with " + attempt.failure().get()));
  }

  /** What came of a poll: news, or what the api lets it throw. */
  record Attempt(Optional<Polled> news, Optional<Exception> failure) {}

  Attempt attempt(Channel channel, Optional<String> cursor) {
    return withHost(
        "poll",
        host -> {
          try {
            return new Attempt(
                Optional.of(((Polling) channel).poll(cursor, host)), Optional.empty());
          } catch (Http.NotSent | Http.NoAnswer | AccountRefused failure) {
            witness.heard(failure);
            return new Attempt(Optional.empty(), Optional.of(failure));
          }
        });
  }

  /** Opens the stream; the caller closes it. Never two at once, as with the host's lease. */
  Listener listen(Channel channel, Optional<String> cursor) {
    platform();
    if (reel != null) {
      reel.pause();
    }
    StrictHost host = host();
    Listener listener = new Listener(witness, host);
    listener.begin(group, () -> ((Streaming) channel).stream(cursor, listener, host));
    return listener;
  }

  private <T> T withHost(String what, HostedWork<T> work) {
    try (StrictHost host = host()) {
      return call(what, () -> work.with(host));
    }
  }

  private StrictHost host() {
    StrictHttp http = new StrictHttp(descriptor(), settings(), witness, patience);
    StrictSockets sockets = new StrictSockets(descriptor(), settings(), witness, patience);
    return new StrictHost(
        platform().account(), settings(), given, () -> now, http, sockets, witness);
  }

  private interface HostedWork<T> {
    T with(ChannelHost host) throws Exception;
  }

  <T> T call(String what, Callable<T> work) {
    return start(what, work).result(witness);
  }

  /** Reads so many deliveries, each within the host's time. */
  <T> T reading(int deliveries, Callable<T> work) {
    return start("parse", work).result(witness, OneCall.timeToRead(deliveries));
  }

  /** Begins a call that goes on beside others. */
  <T> OneCall<T> start(String what, Callable<T> work) {
    return OneCall.of(group, what, work);
  }

  /** What the account is configured with, and the form's defaults. */
  private Map<String, String> settings() {
    if (settings == null) {
      Map<String, String> all = new HashMap<>();
      accountForm()
          .fields()
          .forEach((name, field) -> field.fallback().ifPresent(value -> all.put(name, value)));
      all.putAll(platform().settings());
      settings = Map.copyOf(all);
    }
    return settings;
  }

  @Override
  public void close() {
    if (reel != null) {
      reel.pause();
      reel = null;
    }
    // JUnit closes what its store holds as well.
    if (platform != null) {
      platform.close();
      platform = null;
    }
  }
}

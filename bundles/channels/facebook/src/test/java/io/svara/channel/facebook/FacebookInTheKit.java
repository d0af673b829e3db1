package io.svara.channel.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Handshake;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Post;
import io.svara.testing.conformance.Said;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.conformance.Trouble;
import io.svara.testing.conformance.Written;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Fault;
import io.svara.testing.platforms.PlatformClock;
import io.svara.testing.platforms.facebook.Content;
import io.svara.testing.platforms.facebook.Customer;
import io.svara.testing.platforms.facebook.FacebookPlatform;
import io.svara.testing.platforms.facebook.FacebookSettings;
import io.svara.testing.platforms.facebook.GraphError;
import io.svara.testing.platforms.facebook.Page;
import io.svara.testing.platforms.facebook.PrivateMessage;
import io.svara.testing.platforms.facebook.Review;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fake Facebook with one page, as the conformance kit drives it. */
final class FacebookInTheKit implements Platform {
  private static final String PAGE = "100200300400500";
  private static final int PAUSE_IN_MINUTES = 7;

  private final Secrets secrets;
  private final PlatformClock clock =
      PlatformClock.stoppedAt(Instant.parse("2027-03-15T09:00:00Z"));
  private final Map<String, Customer> authors = new HashMap<>();
  private final FacebookPlatform facebook;
  private final Deliveries deliveries;
  private final Page page;
  private final Content wall;
  private final String base;

  FacebookInTheKit(Secrets secrets) {
    this.secrets = secrets;
    facebook =
        FacebookPlatform.start(
            FacebookSettings.of(secrets.of("appSecret"), secrets.of("verifyToken"))
                .withClock(clock));
    base = facebook.baseUrl().toString();
    deliveries = new Deliveries(facebook);
    page = facebook.page(PAGE, "Lumavik Tele", secrets.of("accessToken"));
    wall = facebook.pagePosts(page, "Ny kampanj!");
    deliveries.take();
  }

  @Override
  public String account() {
    return PAGE;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("channel", "facebook", "endpoint", "meta", "pageId", PAGE, "apiBase", base);
  }

  @Override
  public void time(Instant now) {
    clock.set(now);
  }

  @Override
  public Written writes(Visibility where, String text) {
    return says(newcomer(), where, wall, text);
  }

  @Override
  public Written repliesTo(Written message, String text) {
    Customer customer = authors.get(message.id());
    return message.visibility() == Visibility.PUBLIC
        ? says(customer, Visibility.PUBLIC, content(message), text)
        : says(customer, Visibility.PRIVATE, wall, text);
  }

  private Written says(Customer customer, Visibility where, Content below, String text) {
    String id =
        where == Visibility.PUBLIC
            ? customer.comments(below, text).id()
            : customer.messages(page, text).id();
    authors.put(id, customer);
    return new Written(id, customer.on(page).id(), where, clock.instant());
  }

  /** The fake takes no pictures below posts; the real notice has one more member for them. */
  @Override
  public Written attaches(Visibility where, String text, URI picture) {
    Written written = writes(where, text);
    deliveries.amendLast(
        event ->
            ((ObjectNode) event.at("/entry/0/changes/0/value")).put("photo", picture.toString()));
    return written;
  }

  @Override
  public Written answers(Written message, String text) {
    String id =
        message.visibility() == Visibility.PUBLIC
            ? facebook.pageComments(page, content(message), text).id()
            : facebook.pageMessages(page, authors.get(message.id()), text).id();
    return new Written(id, PAGE, message.visibility(), clock.instant());
  }

  /** Of a comment on a recommendation the webhook tells no word. */
  @Override
  public Written writesUntold(String text) {
    Review review = facebook.customer("Rut").recommends(page, true, "Bra butik");
    deliveries.forget();
    return says(newcomer(), Visibility.PUBLIC, review, text);
  }

  @Override
  public void edits(Written message, String text) {
    Customer customer = authors.get(message.id());
    if (message.visibility() == Visibility.PUBLIC) {
      customer.edits(content(message), text);
    } else {
      customer.edits(page, privately(message), text);
    }
  }

  @Override
  public void removes(Written message) {
    Customer customer = authors.get(message.id());
    if (message.visibility() == Visibility.PUBLIC) {
      customer.removes(content(message));
    } else {
      customer.unsends(page, privately(message));
    }
  }

  @Override
  public void reactsTo(Written message) {
    authors.get(message.id()).likes(content(message));
  }

  @Override
  public void doesSomethingNew() {
    deliveries.add(
        """
        {"object":"page","entry":[{"id":"%s","time":%d,"changes":[{"field":"weather",
        "value":{"item":"storm","verb":"add"}}]}]}"""
            .formatted(PAGE, clock.instant().getEpochSecond()));
  }

  @Override
  public void together(Runnable acts) {
    deliveries.inOne(acts, 1);
  }

  @Override
  public void twice(Runnable acts) {
    deliveries.inOne(acts, 2);
  }

  @Override
  public void crowds(Written message, int others) {
    Content below = content(message);
    for (int i = 0; i < others; i++) {
      facebook.customer("Åskådare " + i).comments(below, "Jag undrar också, nummer " + i);
    }
  }

  @Override
  public List<Post> posts() {
    return deliveries.take().stream()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .map(body -> new Post(facebook.signatures(body), body))
        .toList();
  }

  /** "Verification Requests" in Webhooks: Get Started. */
  @Override
  public Handshake handshake() {
    return new Handshake(
        Map.of(
            "hub.mode", "subscribe",
            "hub.challenge", "1158201444",
            "hub.verify_token", secrets.of("verifyToken")),
        "1158201444");
  }

  @Override
  public List<Said> texts() {
    return new PagesTexts(facebook, page).all();
  }

  @Override
  public void meet(Trouble trouble, int calls) {
    facebook
        .faults()
        .arm(
            switch (trouble) {
              case TOO_OFTEN ->
                  new Fault.Refuse(
                      GraphError.pageLimit()
                          .answer("trace")
                          .with("X-Business-Use-Case-Usage", usage()));
              case BROKEN -> facebook.refusal(GraphError.serviceUnavailable());
              case BROKEN_AFTER ->
                  new Fault.FailAfter(GraphError.serviceUnavailable().answer("trace"));
              case NONSENSE -> new Fault.Refuse(Answer.html("<html>Sign in to the wifi</html>"));
              case LATE -> new Fault.Late(Duration.ofSeconds(10));
              case LOST_BEFORE -> new Fault.DropBefore();
              case LOST_AFTER -> new Fault.DropAfter();
            },
            calls);
  }

  /** "Business Use Case Rate Limits" in Rate Limits: minutes until access is regained. */
  private static String usage() {
    return """
        {"%s":[{"type":"pages","call_count":101,"total_cputime":5,"total_time":5,\
        "estimated_time_to_regain_access":%d}]}"""
        .formatted(PAGE, PAUSE_IN_MINUTES);
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(PAUSE_IN_MINUTES);
  }

  @Override
  public void expireToken() {
    facebook.expireToken(page);
  }

  @Override
  public void revokeToken() {
    facebook.invalidateToken(page);
  }

  @Override
  public void close() {
    facebook.close();
    deliveries.close();
  }

  private Customer newcomer() {
    return facebook.customer("Kund " + authors.size());
  }

  private Content content(Written message) {
    return facebook.content(message.id()).orElseThrow();
  }

  private PrivateMessage privately(Written message) {
    return facebook.conversation(page, authors.get(message.id())).messages().stream()
        .filter(one -> one.id().equals(message.id()))
        .findFirst()
        .orElseThrow();
  }
}

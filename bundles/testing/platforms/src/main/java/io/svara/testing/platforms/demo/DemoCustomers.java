package io.svara.testing.platforms.demo;

import io.svara.testing.platforms.facebook.Comment;
import io.svara.testing.platforms.facebook.Content;
import io.svara.testing.platforms.facebook.Conversation;
import io.svara.testing.platforms.facebook.Customer;
import io.svara.testing.platforms.facebook.FacebookPlatform;
import io.svara.testing.platforms.facebook.Page;
import io.svara.testing.platforms.facebook.PageListener;
import io.svara.testing.platforms.facebook.PrivateMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a crowd of customers busy on a page: a burst at first, then a slow pace; whoever got an
 * answer from the page says thanks or asks on. Everything happens on one thread of its own. Nothing
 * of this reaches Svara but by the platform's signed webhooks.
 */
public final class DemoCustomers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DemoCustomers.class.getName());

  private final FacebookPlatform platform;
  private final Page page;
  private final DemoPace pace;
  private final Crowd crowd;
  private final Manners manners;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DemoCustomers::daemon);
  private final AtomicInteger acts = new AtomicInteger();

  private DemoCustomers(FacebookPlatform platform, Page page, DemoPace pace, long seed) {
    this.platform = platform;
    this.page = page;
    this.pace = pace;
    this.crowd = new Crowd(platform, page, seed);
    this.manners = new Manners(seed);
  }

  /**
   * Lets them loose at once.
   *
   * @param seed the same acts in the same order for the same seed; what a customer answers does not
   *     depend on when the page answered
   */
  public static DemoCustomers start(
      FacebookPlatform platform, Page page, DemoPace pace, long seed) {
    DemoCustomers customers = new DemoCustomers(platform, page, pace, seed);
    platform.listen(customers.new Ears());
    customers.after(Duration.ZERO, customers::open);
    return customers;
  }

  /** How many acts there were so far, answers to the page not counted. */
  public int acts() {
    return acts.get();
  }

  /** Waits until {@link #close} is called. */
  public void awaitClose() throws InterruptedException {
    while (!thread.awaitTermination(1, TimeUnit.HOURS)) {
      LOG.log(System.Logger.Level.DEBUG, "{0} acts so far.", acts());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void open() {
    crowd.open();
    after(Duration.ZERO, this::actAndGoOn);
  }

  private void actAndGoOn() {
    after(
        acts.incrementAndGet() < pace.burst() ? pace.withinBurst() : pace.afterwards(),
        this::actAndGoOn);
    crowd.act();
  }

  private void after(Duration wait, Runnable deed) {
    try {
      Future<?> unused =
          thread.schedule(() -> carefully(deed), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.log(System.Logger.Level.DEBUG, "The demonstration's customers have gone home.", closed);
    }
  }

  private static void carefully(Runnable deed) {
    try {
      deed.run();
    } catch (IllegalStateException gone) {
      // What a moderator removed, or whom they blocked, in the meantime: the customer shrugs.
      LOG.log(System.Logger.Level.DEBUG, "A customer of the demonstration could not act.", gone);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread daemon = new Thread(work, "demo-customers");
    daemon.setDaemon(true);
    return daemon;
  }

  /** Hears what the page writes; answers come later, on the crowd's thread. */
  private final class Ears implements PageListener {
    @Override
    public void commented(Comment comment) {
      platform
          .content(comment.parentId())
          .map(Content::from)
          .filter(author -> !author.id().equals(page.id()))
          .ifPresent(
              author ->
                  after(
                      pace.answer(),
                      () ->
                          manners
                              .answer(author.name())
                              .ifPresent(
                                  text ->
                                      platform.customer(author.name()).repliesTo(comment, text))));
    }

    @Override
    public void messaged(Conversation conversation, PrivateMessage message) {
      after(pace.answer(), () -> answerPrivately(conversation.customer().name()));
    }

    private void answerPrivately(String name) {
      Customer customer = platform.customer(name);
      customer.reads(page);
      Optional<String> answer = manners.answer(name);
      answer.ifPresent(text -> customer.messages(page, text));
    }
  }
}

package io.svara.gateway.hooks;

import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Diagnosis;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Texts;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One delivery that waits for its answer, which is given once. */
final class Reception implements AsyncListener {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final String endpoint;
  private final AsyncContext async;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Locale language;
  private final Answers answers;
  private final HookCounts.Sample sample;
  private final ReadingBudget.Part memory;
  private final AtomicBoolean answered = new AtomicBoolean();

  Reception(
      String endpoint,
      HttpServletRequest request,
      HttpServletResponse response,
      Answers answers,
      HookCounts.Sample sample,
      ReadingBudget.Part memory,
      long timeoutMillis) {
    this.endpoint = endpoint;
    this.request = request;
    this.response = response;
    this.language = Answers.language(request);
    this.answers = answers;
    this.sample = sample;
    this.memory = memory;
    async = request.startAsync();
    async.setTimeout(timeoutMillis);
    async.addListener(this);
  }

  /** It is durable. */
  void kept() {
    if (ends()) {
      sample.accepted();
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentLength(0);
      async.complete();
    }
  }

  /** It was not kept. */
  void refused(Problem problem) {
    refused(problem, answers::problem);
  }

  /** It was not kept, and not read to its end either. */
  void refusedUnread(Problem problem) {
    refused(problem, answers::problemUnread);
  }

  private interface Answer {
    void give(HttpServletRequest request, HttpServletResponse response, Problem problem)
        throws IOException;
  }

  private void refused(Problem problem, Answer answer) {
    if (ends()) {
      sample.refused(problem.status());
      try {
        answer.give(request, response, problem);
      } catch (IOException e) {
        LOG.debug("The platform of {} went away before its answer: {}", endpoint, e.toString());
      }
      async.complete();
    }
  }

  void failed(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : failure;
    refused(Diagnosis.of(cause, language, "A delivery to " + endpoint));
  }

  /** The platform broke off; nobody is there to be answered. */
  void broken(Throwable failure) {
    if (ends()) {
      LOG.debug("A delivery to {} broke off: {}", endpoint, failure.toString());
      sample.broken();
      async.complete();
    }
  }

  private boolean ends() {
    boolean first = answered.compareAndSet(false, true);
    if (first) {
      memory.end();
    }
    return first;
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    refused(Problem.of(503, Texts.of(language, "late")).retryAfter(10));
  }

  @Override
  public void onError(AsyncEvent event) {
    broken(event.getThrowable());
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}

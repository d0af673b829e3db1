package io.svara.host.http;

import io.svara.api.channel.Http;
import io.svara.api.channel.Http.NoAnswer;
import io.svara.api.channel.Http.NotSent;
import io.svara.host.call.Prestarted;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one HTTP client of Svara's connectors; its threads belong to the host. */
public final class Outgoing implements AutoCloseable {
  private static final int THREADS = 4;

  private final ThreadPoolExecutor threads = Prestarted.pool("svara-host-http", THREADS);
  private final HttpClient client;

  /**
   * @param connecting the longest wait for a connection
   */
  public Outgoing(Duration connecting) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connecting)
            .executor(threads)
            .build();
  }

  /** Sends a request to a target that was checked, and waits for the head of the answer. */
  HttpResponse<BodyStream> send(Target target, Http.Call call, Duration time)
      throws NotSent, NoAnswer {
    HttpRequest request = request(target, call);
    if (Thread.currentThread().isInterrupted()) {
      throw new NotSent("The call was interrupted before it asked " + target + ".");
    }
    Asking asking = new Asking(request);
    threads.execute(asking);
    try {
      return asking.answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      threads.execute(asking::giveUp);
      throw noAnswer(target, "it did not come within " + time.toMillis() + " ms");
    } catch (InterruptedException stopping) {
      threads.execute(asking::giveUp);
      Thread.currentThread().interrupt();
      throw noAnswer(target, "waiting for it was interrupted");
    } catch (ExecutionException failed) {
      throw failure(target, root(failed));
    }
  }

  private static HttpRequest request(Target target, Http.Call call) throws NotSent {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(call.uri())
              .method(
                  call.method(),
                  call.body().map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody()));
      call.headers().forEach(request::setHeader);
      return request.build();
    } catch (IllegalArgumentException wrong) {
      // Without its message, which may quote a header's value.
      throw new NotSent(
          "The request to " + target + " has a method or header that is not allowed.");
    }
  }

  /** Before there is a connection nothing can have been sent; afterwards nobody knows. */
  private static NoAnswer failure(Target target, Throwable why) throws NotSent {
    if (why instanceof ConnectException || why instanceof HttpConnectTimeoutException) {
      throw new NotSent("No connection to " + target + ": it was refused or did not come about.");
    }
    return noAnswer(target, "the connection broke (" + why.getClass().getSimpleName() + ")");
  }

  private static Throwable root(ExecutionException failed) {
    Throwable why = failed.getCause();
    return why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
  }

  static NoAnswer noAnswer(Target target, String how) {
    return new NoAnswer("No whole answer from " + target + ": " + how + ".");
  }

  /**
   * One request, made on a thread of the host. The client keeps the exceptions of its connections
   * for as long as it pools them, and an exception keeps every class of the stack that it was made
   * on: no plugin may be on that stack.
   */
  private final class Asking implements Runnable {
    private final HttpRequest request;
    private final CompletableFuture<HttpResponse<BodyStream>> answer = new CompletableFuture<>();
    private CompletableFuture<HttpResponse<BodyStream>> sent;
    private boolean givenUp;

    Asking(HttpRequest request) {
      this.request = request;
    }

    @Override
    public synchronized void run() {
      if (!givenUp) {
        sent = client.sendAsync(request, head -> new BodyStream(threads));
        CompletableFuture<?> unused = sent.whenComplete(this::complete);
      }
    }

    private void complete(HttpResponse<BodyStream> head, Throwable failure) {
      if (failure != null) {
        answer.completeExceptionally(failure);
      } else if (!answer.complete(head)) {
        head.body().close();
      }
    }

    /** An answer that comes in this very moment has nobody to read it, so it is cut. */
    synchronized void giveUp() {
      givenUp = true;
      answer.cancel(false);
      if (sent != null) {
        sent.cancel(true);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

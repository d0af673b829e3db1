package io.svara.gateway.hooks;

import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.desk.Intake;
import io.svara.engine.secrets.Secrets;
import io.svara.gateway.health.Meters;
import io.svara.gateway.health.Opening;
import io.svara.gateway.people.Digests;
import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Diagnosis;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.settings.Settings;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /hooks/ENDPOINT}: what platforms post to. No thread waits: the body is read as it comes,
 * and the answer is given when the journal says that the delivery is durable.
 */
@Component(service = Servlet.class, configurationPid = Settings.PID)
@HttpWhiteboardServletPattern(HooksServlet.PATH + "/*")
@HttpWhiteboardServletAsyncSupported
public final class HooksServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where the endpoints are. */
  public static final String PATH = "/hooks";

  private static final long TIMEOUT_MILLIS = 30_000;
  private static final int LONGEST_ECHO = 1_000;
  private static final Set<String> KEPT_TO_OURSELVES =
      Set.of("authorization", "proxy-authorization", "cookie");

  private final transient Intake intake;
  private final transient Secrets secrets;
  private final transient Opening opening;
  private final transient RateLimits rates;
  private final transient HookCounts counts;
  private final transient Answers answers = new Answers();
  private final transient ReadingBudget budget;
  private final int maxBytes;

  @Activate
  public HooksServlet(
      Settings settings,
      @Reference Intake intake,
      @Reference Secrets secrets,
      @Reference Meters meters,
      @Reference Opening opening) {
    this.opening = opening;
    this.intake = intake;
    this.secrets = secrets;
    this.rates = new RateLimits(settings.hookRate());
    this.counts = new HookCounts(meters.registry());
    this.budget = new ReadingBudget(settings.hookBytes());
    this.maxBytes = settings.hookMaxBytes();
  }

  @Override
  public void init() {
    opening.open(Opening.Part.HOOKS);
  }

  @Override
  public void destroy() {
    opening.close(Opening.Part.HOOKS);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale language = Answers.language(request);
    String name = endpoint(request);
    Gatekeeping gate;
    try {
      gate = gatekeeping(name, language);
    } catch (RuntimeException e) {
      refuseAtOnce(request, response, name, Diagnosis.of(e, language, "POST " + PATH));
      return;
    }
    if (!rates.takes(name)) {
      refuseAtOnce(
          request,
          response,
          name,
          Problem.of(429, Texts.of(language, "tooMany", name)).retryAfter(1));
      return;
    }
    Problem tooLarge = Problem.of(413, Texts.of(language, "tooLarge", maxBytes));
    if (request.getContentLengthLong() > maxBytes) {
      refuseAtOnce(request, response, name, tooLarge);
      return;
    }
    Problem noRoom = Problem.of(503, Texts.of(language, "noRoom")).retryAfter(5);
    ReadingBudget.Part part = budget.part();
    if (!part.grow(BodyReader.FIRST)) {
      refuseAtOnce(request, response, name, noRoom);
      return;
    }
    Reception reception =
        new Reception(name, request, response, answers, counts.begin(name), part, TIMEOUT_MILLIS);
    BodyReader.Outcome outcome =
        new BodyReader.Outcome(
            body -> check(gate, name, request, body, reception),
            () -> reception.refusedUnread(tooLarge),
            () -> reception.refusedUnread(noRoom),
            reception::broken);
    request
        .getInputStream()
        .setReadListener(new BodyReader(request.getInputStream(), maxBytes, part, outcome));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The reception is told of both ends.
  private void check(
      Gatekeeping gate, String name, HttpServletRequest request, byte[] body, Reception reception) {
    try {
      if (!Proof.holds(gate.authentication(), gate.secret(), request::getHeader, body)) {
        reception.refused(Problem.of(401, Texts.of(Answers.language(request), "badSignature")));
        return;
      }
      intake
          .accept(name, headers(request, gate.authentication()), body)
          .whenComplete(
              (appended, failure) -> {
                if (failure == null) {
                  reception.kept();
                } else {
                  reception.failed(failure);
                }
              });
    } catch (RuntimeException e) {
      reception.failed(e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale language = Answers.language(request);
    try {
      answers.write(
          response,
          HttpServletResponse.SC_OK,
          "text/plain;charset=utf-8",
          echo(request, language).getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      answers.problem(request, response, Diagnosis.of(e, language, "GET " + PATH));
    }
  }

  private String echo(HttpServletRequest request, Locale language) {
    String name = endpoint(request);
    WebhookAuthentication.Challenge challenge =
        Proof.challenge(authentication(name, language))
            .orElseThrow(() -> stopped(405, Texts.of(language, "status.405")));
    String token = request.getParameter(challenge.tokenParameter());
    String echo = request.getParameter(challenge.echoParameter());
    String expected = secret(name, challenge.tokenSetting(), language);
    if (token == null
        || echo == null
        || echo.length() > LONGEST_ECHO
        || !Digests.same(token, expected)) {
      throw stopped(403, Texts.of(language, "badChallenge"));
    }
    return echo;
  }

  /** How deliveries of an endpoint are checked. */
  private record Gatekeeping(WebhookAuthentication authentication, String secret) {}

  private Gatekeeping gatekeeping(String name, Locale language) {
    WebhookAuthentication authentication = authentication(name, language);
    String setting =
        Proof.secretSetting(authentication)
            .orElseThrow(() -> stopped(405, Texts.of(language, "notPosted", name)));
    return new Gatekeeping(authentication, secret(name, setting, language));
  }

  private WebhookAuthentication authentication(String name, Locale language) {
    return intake
        .door(name)
        .orElseThrow(() -> stopped(404, Texts.of(language, "noEndpoint", name)))
        .authentication()
        .orElseThrow(() -> later(Texts.of(language, "noAuthentication", name)));
  }

  private String secret(String name, String setting, Locale language) {
    return secrets
        .get("endpoint:" + name, setting)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> later(Texts.of(language, "noSecret", name, setting)));
  }

  private static Stopped stopped(int status, String detail) {
    return new Stopped(Problem.of(status, detail));
  }

  private static Stopped later(String detail) {
    return new Stopped(Problem.of(503, detail).retryAfter(30));
  }

  private void refuseAtOnce(
      HttpServletRequest request, HttpServletResponse response, String name, Problem problem)
      throws IOException {
    if (problem.status() == HttpServletResponse.SC_NOT_FOUND) {
      counts.refusedUnknown();
    } else {
      counts.begin(name).refused(problem.status());
    }
    answers.problemUnread(request, response, problem);
  }

  private static Map<String, String> headers(
      HttpServletRequest request, WebhookAuthentication authentication) {
    Set<String> hidden = new TreeSet<>(KEPT_TO_OURSELVES);
    Proof.header(authentication)
        .map(header -> header.toLowerCase(Locale.ROOT))
        .ifPresent(hidden::add);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : Collections.list(request.getHeaderNames())) {
      String name = header.toLowerCase(Locale.ROOT);
      if (!hidden.contains(name)) {
        headers.putIfAbsent(name, request.getHeader(header));
      }
    }
    return headers;
  }

  private static String endpoint(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }
}

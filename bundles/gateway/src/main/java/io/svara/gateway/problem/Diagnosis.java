package io.svara.gateway.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.svara.engine.desk.Refused;
import io.svara.engine.journal.ExpectationFailed;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.views.Search;
import io.svara.engine.views.ViewsStarting;
import jakarta.ws.rs.WebApplicationException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells from an exception what to say to the client. What nobody foresaw is logged under an id. */
public final class Diagnosis {
  private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Diagnosis() {}

  /**
   * The problem that the exception is.
   *
   * @param what the method and path, for the log
   */
  public static Problem of(Throwable failure, Locale language, String what) {
    if (failure instanceof Stopped stopped) {
      return stopped.problem();
    } else if (failure instanceof Refused refused) {
      return refused(refused);
    } else if (failure instanceof JournalUnavailable unavailable) {
      return unavailable(unavailable, language);
    } else if (failure instanceof ViewsStarting) {
      return Problem.of(503, Texts.of(language, "starting")).retryAfter(5);
    } else if (failure instanceof ExpectationFailed race) {
      return Problem.of(409, race.getMessage()).with("currentVersion", race.actual());
    } else if (failure instanceof Search.BadCursor) {
      return Problem.of(400, Texts.of(language, "badCursor"));
    } else if (failure instanceof JsonProcessingException json) {
      return Problem.of(400, malformed(json, language));
    } else if (failure instanceof WebApplicationException web
        && web.getResponse().getStatus() < 500) {
      int status = web.getResponse().getStatus();
      return Problem.of(status, Texts.of(language, "status." + known(status)));
    }
    return unforeseen(failure, language, what);
  }

  private static Problem refused(Refused refused) {
    Problem problem =
        Problem.of(
            switch (refused.why()) {
              case NOT_FOUND -> 404;
              case INVALID -> 400;
              case FORBIDDEN -> 403;
              case ILLEGAL, GUARD -> 422;
              case CONFLICT -> 409;
            },
            refused.getMessage());
    if (refused.verdict().isPresent()) {
      return problem.with("verdict", refused.verdict().get());
    }
    return refused.currentVersion().isPresent()
        ? problem.with("currentVersion", refused.currentVersion().getAsLong())
        : problem;
  }

  /** Also what a webhook is answered: the reason is written for operators and names no one. */
  public static Problem unavailable(JournalUnavailable failure, Locale language) {
    return Problem.of(503, Texts.of(language, "journalUnavailable", failure.getMessage()))
        .retryAfter(10);
  }

  private static String malformed(JsonProcessingException failure, Locale language) {
    JsonLocation where = failure.getLocation();
    String place =
        where == null
            ? Texts.of(language, "somewhere")
            : Texts.of(language, "line", where.getLineNr(), where.getColumnNr());
    if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String path =
          mapping.getPath().stream()
              .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
              .collect(Collectors.joining("."));
      return Texts.of(language, "badMember", path, place);
    }
    return Texts.of(language, "badJson", place);
  }

  private static String known(int status) {
    return switch (status) {
      case 404, 405, 406, 415 -> Integer.toString(status);
      default -> "400";
    };
  }

  private static Problem unforeseen(Throwable failure, Locale language, String what) {
    byte[] bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    LOG.error("{} failed; the client was told the id {}.", what, id, failure);
    return Problem.of(500, Texts.of(language, "unforeseen", id)).with("id", id);
  }
}

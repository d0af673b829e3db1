package io.svara.host.channel;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Http;
import io.svara.api.channel.LookingUp;
import io.svara.api.channel.Parsed.Lookup;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.message.Tree;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.Connectors.Refused;
import io.svara.host.call.Complaint;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/**
 * What came of asking a platform through a connector. That a platform is away or refuses is an
 * answer and no failure of the connector, so it is not counted against it.
 */
sealed interface Asked<T> {

  record Answered<T>(T it) implements Asked<T> {}

  record Unanswered<T>(String why) implements Asked<T> {}

  record RefusedBy<T>(String why) implements Asked<T> {}

  /**
   * Asks.
   *
   * @param safe what makes a connector's words fit for people
   */
  static <T> Asked<T> of(UnaryOperator<String> safe, Callable<T> question) throws Exception {
    try {
      T answer = question.call();
      if (answer == null) {
        throw new Complaint("it answered with null");
      }
      return new Answered<>(answer);
    } catch (Http.NotSent | Http.NoAnswer away) {
      return new Unanswered<>(safe.apply(away.getMessage()));
    } catch (AccountRefused refused) {
      return new RefusedBy<>(safe.apply(refused.getMessage() + " (" + refused.code() + ")"));
    }
  }

  /** What a lookup brought; where there was no answer its status is 0. */
  static LookupAnswer answer(Lookup lookup, LookingUp connector, CallHost host) {
    try {
      Http.Answer answer = connector.lookUp(lookup, host);
      if (answer == null) {
        throw new Complaint("it answered with null");
      }
      return new LookupAnswer(
          lookup.name(), answer.status(), host.http().json(host.masked(answer)));
    } catch (Http.NotSent | Http.NoAnswer away) {
      return unanswered(lookup);
    }
  }

  /** What a lookup brought that nobody answered. */
  static LookupAnswer unanswered(Lookup lookup) {
    return new LookupAnswer(lookup.name(), 0, Tree.Nothing.NOTHING);
  }

  /**
   * The answer.
   *
   * @param who asked, for the message
   */
  default T orThrow(String who) throws Failed, Refused {
    if (this instanceof Answered<T> answered) {
      return answered.it();
    }
    if (this instanceof RefusedBy<T> refused) {
      throw new Refused(refused.why());
    }
    throw new Failed(who + " could not ask its platform: " + ((Unanswered<T>) this).why(), null);
  }
}

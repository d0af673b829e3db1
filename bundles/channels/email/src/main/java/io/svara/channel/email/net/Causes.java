package io.svara.channel.email.net;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why something failed: the mail library chains some exceptions in a way of its own. */
public final class Causes {
  private Causes() {}

  /** The failure and all that led to it. */
  public static List<Throwable> of(Throwable failed) {
    List<Throwable> all = new ArrayList<>();
    Throwable next = failed;
    while (next != null && !all.contains(next)) {
      all.add(next);
      next =
          next instanceof MessagingException chained && chained.getNextException() != null
              ? chained.getNextException()
              : next.getCause();
    }
    return all;
  }

  /** The first of that kind. */
  public static <T extends Throwable> Optional<T> first(Throwable failed, Class<T> kind) {
    return of(failed).stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}

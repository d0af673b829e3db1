package io.svara.engine.fold;

import io.svara.engine.event.Event;
import io.svara.engine.journal.Entry;
import java.util.Optional;

/** Channels, endpoints and accounts. */
final class PresenceFold extends Fold {
  PresenceFold() {
    on(
        Event.ChannelDefined.class,
        (entry, e, b) ->
            b.put(Keys.CHANNEL, e.definition().descriptor().channel(), e.definition()));
    on(
        Event.EndpointDefined.class,
        (entry, e, b) ->
            b.put(
                Keys.ENDPOINT,
                e.name(),
                new EndpointRow(e.name(), e.channel(), e.settings(), e.secrets())));
    on(Event.EndpointRemoved.class, (entry, e, b) -> b.canvas().remove(Keys.ENDPOINT, e.name()));
    on(Event.AccountDefined.class, this::accountDefined);
    on(Event.AccountRemoved.class, this::accountRemoved);
    on(Event.AccountFaulted.class, (entry, e, b) -> fault(e.name(), Optional.of(e.reason()), b));
    on(Event.AccountResumed.class, (entry, e, b) -> fault(e.name(), Optional.empty(), b));
    on(Event.AccountConnected.class, (entry, e, b) -> fault(e.name(), Optional.empty(), b));
    on(Event.AccountDisconnected.class, (entry, e, b) -> {});
  }

  private void accountDefined(Entry entry, Event.AccountDefined e, Brush b) {
    forget(e.name(), b);
    b.put(
        Keys.ACCOUNT,
        e.name(),
        new AccountRow(
            e.name(),
            e.channel(),
            e.endpoint(),
            e.platformId(),
            e.settings(),
            e.secrets(),
            Optional.empty()));
    e.endpoint()
        .ifPresent(
            endpoint -> b.name(Keys.ACCOUNT_BY_ID, Keys.of(endpoint, e.platformId()), e.name()));
  }

  private void accountRemoved(Entry entry, Event.AccountRemoved e, Brush b) {
    forget(e.name(), b);
    b.canvas().remove(Keys.ACCOUNT, e.name());
  }

  private static void forget(String name, Brush b) {
    b.state()
        .account(name)
        .ifPresent(
            old ->
                old.endpoint()
                    .ifPresent(
                        endpoint ->
                            b.canvas()
                                .remove(Keys.ACCOUNT_BY_ID, Keys.of(endpoint, old.platformId()))));
  }

  private static void fault(String name, Optional<String> reason, Brush b) {
    b.state().account(name).ifPresent(a -> b.put(Keys.ACCOUNT, name, a.faulted(reason)));
  }
}

package io.svara.gateway.rest;

import java.util.List;

/** The classes of all resources: what is served, described and tested. */
public final class Resources {
  private Resources() {}

  /** In the order of the contract. */
  public static List<Class<?>> classes() {
    return List.of(
        SessionResource.class,
        CasesResource.class,
        LettersResource.class,
        FilesResource.class,
        RepliesResource.class,
        ContactsResource.class,
        EndpointsResource.class,
        AccountsResource.class,
        ConnectionResource.class,
        ChannelsResource.class,
        DeliveriesResource.class,
        QuarantineResource.class,
        PluginsResource.class,
        UsersResource.class,
        ColleaguesResource.class,
        JournalResource.class,
        ShellResource.class,
        TestClockResource.class,
        OpenApiResource.class);
  }
}

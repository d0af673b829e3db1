package io.svara.host.file;

import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.cm.ManagedServiceFactory;

/** Where the framework hands over the files of one kind, and tells that one was removed. */
final class FileEdge implements ManagedServiceFactory {
  private final Kind kind;
  private final Definitions definitions;
  private final Map<String, Change> removals = new ConcurrentHashMap<>();

  FileEdge(Kind kind, Definitions definitions) {
    this.kind = kind;
    this.definitions = definitions;
  }

  /** The factory PID, and what the files' names begin with. */
  String factory() {
    return "io.svara." + kind.word();
  }

  @Override
  public String getName() {
    return "Svara: " + kind.word() + "s from files";
  }

  @Override
  public void updated(String pid, Dictionary<String, ?> properties) {
    ConfiguredFile file = ConfiguredFile.of(factory(), pid, properties);
    removals.put(pid, new Change(kind, file.name(), file.file(), Optional.empty()));
    definitions.want(new Change(kind, file.name(), file.file(), Optional.of(file.settings())));
  }

  @Override
  public void deleted(String pid) {
    Change removal = removals.remove(pid);
    if (removal != null) {
      definitions.want(removal);
    }
  }
}

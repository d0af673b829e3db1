package io.svara.engine.intake;

import io.svara.engine.plugins.CutOffs;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * One breaker for each channel, made anew when another version gets its work: that one begins with
 * a clean record. A start of Svara forgets them.
 */
@Component(
    service = {Breakers.class, CutOffs.class},
    configurationPid = "io.svara.intake")
public final class Breakers implements CutOffs {
  private final int most;
  private final LongSupplier nanos;
  private final Map<String, Versioned> byChannel = new ConcurrentHashMap<>();

  /** Settings: {@code etc/io.svara.intake.cfg}. */
  public @interface Settings {
    /**
     * So many deliveries a connector may fail in a row before it is cut off. Two or three in a row
     * are an accident of what customers wrote; each one that hangs holds its channel up for the
     * seconds of {@code parseSeconds}, so that five are about as long as agents should wait.
     */
    int failuresInARow() default 5;
  }

  @Activate
  public Breakers(Settings settings) {
    this(settings.failuresInARow(), System::nanoTime);
  }

  /**
   * @param nanos a monotonic time
   */
  public Breakers(int most, LongSupplier nanos) {
    this.most = Math.max(1, most);
    this.nanos = nanos;
  }

  private record Versioned(String version, Breaker breaker) {}

  Breaker of(String channel, String version) {
    return byChannel
        .compute(
            channel,
            (name, known) ->
                known != null && known.version().equals(version)
                    ? known
                    : new Versioned(version, new Breaker(name + " " + version, most, nanos)))
        .breaker();
  }

  @Override
  public Optional<String> cutOff(String channel, String version) {
    return Optional.ofNullable(byChannel.get(channel))
        .filter(known -> known.version().equals(version))
        .flatMap(known -> known.breaker().trouble());
  }
}

package io.svara.testing.conformance.sound;

import io.svara.api.channel.Channel;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Plugin;
import io.svara.testing.conformance.Secrets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The contract against one deviation. Its name keeps it from running by itself. */
@ExtendWith(VariedContract.Chosen.class)
final class VariedContract implements ChannelContract {
  static final String PARAMETER = "deviation";

  private final Deviation deviation;

  VariedContract(Deviation deviation) {
    this.deviation = deviation;
  }

  @Override
  public Channel channel() {
    return deviation.channel();
  }

  @Override
  public Platform platform(Secrets secrets) {
    return new FakeSound(secrets);
  }

  @Override
  public Set<OptOut> optOuts() {
    return deviation.optOuts();
  }

  @Override
  public Plugin plugin() {
    return deviation.plugin();
  }

  /** Hands over the deviation that the run is about. */
  static final class Chosen implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Deviation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      String name = context.getConfigurationParameter(PARAMETER).orElseThrow();
      return Stream.concat(Deviation.all().stream(), Deviation.hidden().stream())
          .filter(deviation -> deviation.name().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }
}

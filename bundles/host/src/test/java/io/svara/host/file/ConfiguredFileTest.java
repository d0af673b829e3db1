package io.svara.host.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

class ConfiguredFileTest {
  private static final String FACTORY = "io.svara.account";

  @Test
  void theNameComesFromTheFileAndTheFrameworksOwnKeysAreLeftOut() {
    ConfiguredFile file =
        ConfiguredFile.of(
            FACTORY,
            FACTORY + "~norrsken",
            FrameworkUtil.asDictionary(
                Map.of(
                    "channel",
                    " facebook ",
                    "accessToken",
                    "tulip",
                    "service.pid",
                    "x",
                    "felix.fileinstall.filename",
                    "file:/opt/svara/etc/io.svara.account-norr.sken.cfg")));
    assertThat(file.name()).isEqualTo("norr.sken");
    assertThat(file.file()).isEqualTo("io.svara.account-norr.sken.cfg");
    assertThat(file.settings()).isEqualTo(Map.of("channel", "facebook", "accessToken", "tulip"));
    assertThat(file).asString().doesNotContain("tulip");
  }

  @Test
  void withoutAFileTheNameIsTheInstances() {
    assertThat(
            ConfiguredFile.of(
                    FACTORY, FACTORY + "~norrsken", FrameworkUtil.asDictionary(Map.of("a", "b")))
                .name())
        .isEqualTo("norrsken");
  }
}

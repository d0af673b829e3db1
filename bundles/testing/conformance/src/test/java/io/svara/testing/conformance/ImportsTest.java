package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.svara.api.channel",
        "java.util",
        "javax.xml.parsers",
        "org.w3c.dom",
        "org.xml.sax.helpers",
        "org.ietf.jgss"
      })
  void whatTheApiAndEveryJavaPlatformHaveIsGranted(String name) {
    assertThat(Imports.areGranted(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.svara.apiary",
        "io.svara.engine",
        "javaxs.xml",
        "org.w3c.domination",
        "org.osgi.framework",
        "com.sun.net.httpserver"
      })
  void whatOnlyBeginsAlikeIsNot(String name) {
    assertThat(Imports.areGranted(name)).isFalse();
  }
}

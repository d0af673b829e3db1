package io.svara.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.check.DraftCheck;
import io.svara.api.message.Visibility;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** The bundle carries all that its checks need of the library; the class path would hide a gap. */
class EmbeddedLibraryTest {

  @Test
  void theChecksRunOnTheBundlesOwnClasses() throws Exception {
    URL bundle = PersonalData.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone = new URLClassLoader(new URL[] {bundle}, new OnlyTheApi())) {
      Class<?> check = alone.loadClass(PersonalData.class.getName());
      assertThat(check).isNotEqualTo(PersonalData.class);
      DraftCheck made = (DraftCheck) check.getDeclaredConstructor().newInstance();
      String text = new Numbers(7).card("4", 16) + " " + new Numbers(7).person(false);
      assertThat(made.read(Drafts.of(Visibility.PUBLIC, text))).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  /** What a framework would let the bundle import. */
  private static final class OnlyTheApi extends ClassLoader {
    OnlyTheApi() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("io.svara.api.") || name.startsWith("io.svara.engine.")) {
        return EmbeddedLibraryTest.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}

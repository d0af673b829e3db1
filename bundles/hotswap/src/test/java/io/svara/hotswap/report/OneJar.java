package io.svara.hotswap.report;

import io.svara.engine.plugins.Candidate;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Enclosed;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Unfit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A shelf of which only the enclosed report is asked. */
record OneJar(Enclosing enclosing) implements Jars {

  /** What is found, as the test wants. */
  interface Enclosing {
    Optional<Enclosed> of(Edition edition) throws Unfit, IOException;
  }

  @Override
  public Optional<Enclosed> enclosed(Edition edition) throws Unfit, IOException {
    return enclosing.of(edition);
  }

  @Override
  public Candidate examine(byte[] jar) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void keep(Candidate candidate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Edition> kept() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void retire(String plugin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void bringBack(Edition edition) {
    throw new UnsupportedOperationException();
  }
}

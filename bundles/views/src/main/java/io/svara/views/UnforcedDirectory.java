package io.svara.views;

import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/**
 * Forces nothing to the disk. The working index is thrown away after an unclean stop, and a
 * snapshot forces its own files when the fold does not wait for it any more.
 */
final class UnforcedDirectory extends FilterDirectory {

  UnforcedDirectory(Directory in) {
    super(in);
  }

  @Override
  public void sync(Collection<String> names) {}

  @Override
  public void syncMetaData() {}
}

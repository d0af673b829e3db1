package io.svara.channel.email.net;

/**
 * While this is open, the thread looks for services where this plugin brings them: the mail library
 * asks the thread's context class loader for its parts, and that is somebody else's.
 */
public final class OwnLoader implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final ClassLoader before = thread.getContextClassLoader();

  private OwnLoader() {}

  /** Opens it for the current thread; close it in the same. */
  public static OwnLoader open() {
    OwnLoader own = new OwnLoader();
    own.thread.setContextClassLoader(OwnLoader.class.getClassLoader());
    return own;
  }

  @Override
  public void close() {
    thread.setContextClassLoader(before);
  }
}

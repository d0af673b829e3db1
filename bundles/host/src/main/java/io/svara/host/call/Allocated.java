package io.svara.host.call;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How much memory a thread has asked for since it began; some of it may be free again. Asked of the
 * JVM by JMX, because the type that says so belongs to the JDK and not to the Java platform.
 */
final class Allocated {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
  private static final String[] SIGNATURE = {"long"};

  private Allocated() {}

  /** In bytes; 0 or less where the JVM does not say, and for a thread that has ended. */
  static long by(Thread thread) {
    try {
      Object[] arguments = {thread.getId()};
      return SERVER.invoke(
                  new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                  "getThreadAllocatedBytes",
                  arguments,
                  SIGNATURE)
              instanceof Long bytes
          ? bytes
          : 0;
    } catch (JMException unknown) {
      return 0;
    }
  }
}

package io.svara.host.call;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What a thread has had since it began: memory, of which some may be free again, and time. The
 * memory is asked for by JMX, because the type that says so belongs to the JDK and not to the Java
 * platform.
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

  /** How long it has had a processor; nothing where the JVM does not say. */
  static Duration processorTime(Thread thread) {
    return Duration.ofNanos(
        Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId())));
  }
}

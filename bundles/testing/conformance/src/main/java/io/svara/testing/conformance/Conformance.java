package io.svara.testing.conformance;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/**
 * Gives each case its trial, leaves out those that the platform cannot pass, and writes the report
 * when all have run.
 */
final class Conformance
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver,
        TestWatcher {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(Conformance.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    // Else the JDK's server answers 40 ms late: Nagle's algorithm waits for a delayed ACK. Read
    // once
    // for the process, when the first server is made.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    context.getStore(OURS).put(Report.class, new Report());
    context.getStore(OURS).put(Life.class, new Life());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ChannelContract contract = (ChannelContract) context.getRequiredTestInstance();
    Trial trial = new Trial(contract, context.getStore(OURS).get(Life.class, Life.class));
    context.getStore(OURS).put(Trial.class, trial);
    report(context).about(contract);
    Feature[] required =
        Optional.ofNullable(context.getRequiredTestMethod().getAnnotation(Requires.class))
            .map(Requires::value)
            .orElse(new Feature[0]);
    trial.about(required);
    Arrays.stream(required)
        .flatMap(feature -> trial.absence(feature).stream())
        .findFirst()
        .ifPresent(
            reason -> {
              throw new TestAbortedException(reason);
            });
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Trial trial = context.getStore(OURS).get(Trial.class, Trial.class);
    if (trial != null) {
      trial.close();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    String folder =
        context.getConfigurationParameter("svara.conformance.folder").orElse("target/conformance");
    // Of the whole run, because several classes may be contracts of one connector.
    context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Reports.class, one -> new Reports(), Reports.class)
        .write(report(context), Path.of(folder));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Trial.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(OURS).get(Trial.class, Trial.class);
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    note(context, Outcome.PASSED, "");
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    note(context, Outcome.FAILED, String.valueOf(cause.getMessage()));
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    note(context, Outcome.NOT_RUN, String.valueOf(cause.getMessage()));
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    note(context, Outcome.NOT_RUN, "switched off: " + reason.orElse("no reason given"));
  }

  private static void note(ExtensionContext context, Outcome outcome, String reason) {
    Method method = context.getRequiredTestMethod();
    // The author's own tests beside the contract's are not the contract's.
    if (Set.of(ChannelContract.class.getInterfaces()).contains(method.getDeclaringClass())) {
      report(context).note(method, outcome, reason);
    }
  }

  private static Report report(ExtensionContext context) {
    return context.getStore(OURS).get(Report.class, Report.class);
  }
}

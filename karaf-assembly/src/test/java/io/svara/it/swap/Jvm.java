package io.svara.it.swap;

import io.svara.testing.launcher.Distribution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the JDK's jcmd says of the process. */
final class Jvm {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /** Felix has one of them for each bundle that has loaded a class. */
  private static final String LOADER =
      "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

  private static final Pattern THREAD = Pattern.compile("^\"(.*)\" #\\d+ ");
  private static final String BUNDLE = "org.apache.felix.framework.BundleImpl";

  private final Distribution svara;

  Jvm(Distribution svara) {
    this.svara = svara;
  }

  /** Has it collect now: the test's wish, never the product's. */
  void collect() throws IOException, InterruptedException {
    ask("GC.run");
  }

  /** The kilobytes of all objects that something holds: exact, because asking collects first. */
  long heap() throws IOException, InterruptedException {
    Matcher total = TOTAL.matcher(ask("GC.class_histogram"));
    if (!total.find()) {
      throw new IOException("jcmd does not say how much of the heap is used.");
    }
    return Long.parseLong(total.group(1)) / 1024;
  }

  /** How many class loaders of bundles are alive that have loaded a class of the package. */
  long bundleLoaders(String ofPackage) throws IOException, InterruptedException {
    String all = ask("VM.classloaders", "show-classes=true", "fold=false");
    return Pattern.compile("\\+-- " + Pattern.quote(LOADER))
        .splitAsStream(all)
        .skip(1)
        .filter(classes -> classes.contains(" " + ofPackage + "."))
        .count();
  }

  /** How many class loaders of bundles are alive; asking for it collects first. */
  long bundleLoaders() throws IOException, InterruptedException {
    return instances(LOADER);
  }

  /** How many bundles something still holds, those that were uninstalled among them. */
  long bundles() throws IOException, InterruptedException {
    return instances(BUNDLE);
  }

  private long instances(String type) throws IOException, InterruptedException {
    return ask("GC.class_histogram")
        .lines()
        .filter(line -> line.endsWith(" " + type))
        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
        .sum();
  }

  /** How many threads of Java there are, by name without numbers; not those of the JVM itself. */
  Map<String, Long> threads() throws IOException, InterruptedException {
    return ask("Thread.print")
        .lines()
        .map(THREAD::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1).replaceAll("[0-9]+", "#"))
        .filter(name -> !name.contains("CompilerThread"))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  private String ask(String... what) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(String.valueOf(svara.pid()));
    command.addAll(List.of(what));
    Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = jcmd.waitFor();
    if (code != 0) {
      throw new IOException(command + " ended with " + code + ": " + said);
    }
    return said;
  }
}

package io.svara.guard;

import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.api.check.Remark;
import io.svara.api.check.Remark.Severity;
import io.svara.engine.guard.Guard;
import io.svara.engine.guard.TextDigest;
import io.svara.engine.guard.Verdict;
import io.svara.engine.guard.Verdict.Level;
import io.svara.engine.plugins.DraftReaders;
import io.svara.engine.plugins.DraftReaders.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Composes the verdict from what all checks say. It is a service only while the two checks that
 * Svara ships are; without it drafts wait. A check that fails, or that is required and does not
 * answer, forbids.
 */
@Component
@Designate(ocd = GuardConfig.class)
public final class RequiringGuard implements Guard {
  private final DraftReaders readers;
  private final Set<String> required;

  /**
   * @param personalData wanted here only for being there; the host calls it
   * @param platformLimits likewise
   */
  @Activate
  public RequiringGuard(
      @Reference DraftReaders readers,
      @Reference(service = DraftCheck.class, target = PersonalData.TARGET)
          ServiceReference<DraftCheck> personalData,
      @Reference(service = DraftCheck.class, target = PlatformLimits.TARGET)
          ServiceReference<DraftCheck> platformLimits,
      GuardConfig config) {
    this(readers, Set.of(config.required()));
  }

  RequiringGuard(DraftReaders readers, Set<String> further) {
    this.readers = readers;
    this.required = new TreeSet<>(further);
    required.add(PersonalData.ID);
    required.add(PlatformLimits.ID);
  }

  @Override
  public Verdict judge(Draft draft) {
    List<Reading> readings = readers.read(draft);
    Wording wording = Wording.in(draft.language());
    List<Remark> remarks = new ArrayList<>();
    for (Reading reading : readings) {
      remarks.addAll(reading.remarks());
      if (reading.failure().isPresent()) {
        remarks.add(forbid("check-failed", wording.say("guard.failed", reading.check())));
      }
    }
    Set<String> missing = new TreeSet<>(required);
    missing.removeAll(readings.stream().map(Reading::check).collect(Collectors.toSet()));
    for (String check : missing) {
      remarks.add(forbid("check-missing", wording.say("guard.missing", check)));
    }
    remarks.sort(Comparator.comparingInt(Remark::from).thenComparingInt(Remark::to));
    String digest = TextDigest.of(draft.account(), draft.visibility(), draft.text());
    return new Verdict(gravest(remarks), remarks, digest);
  }

  private static Remark forbid(String code, String reason) {
    return Remark.about(code, Severity.FORBID, reason);
  }

  private static Level gravest(List<Remark> remarks) {
    return remarks.stream()
        .map(Remark::severity)
        .max(Comparator.naturalOrder())
        .map(RequiringGuard::level)
        .orElse(Level.PASS);
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case ADVISE -> Level.ADVISE;
      case SECOND_PERSON -> Level.SECOND_PERSON;
      case FORBID -> Level.FORBID;
    };
  }
}

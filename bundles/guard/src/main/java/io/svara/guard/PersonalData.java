package io.svara.guard;

import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.api.check.Remark;
import io.svara.api.check.Remark.Severity;
import io.svara.api.message.Visibility;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * Personal identity numbers and card numbers never stand in public (requirement P26). In private a
 * card number is advised against: it would lie in the platform's archives and ours.
 */
@Component(property = "svara.check=" + PersonalData.ID)
public final class PersonalData implements DraftCheck {
  static final String ID = "personal-data";
  static final String TARGET = "(svara.check=" + ID + ")";

  /** Only tells whether a date of birth has come yet. */
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final PaymentCard cards = new PaymentCard();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Remark> read(Draft draft) {
    Wording wording = Wording.in(draft.language());
    boolean everyoneReads = draft.visibility() == Visibility.PUBLIC;
    String text = Plain.of(draft.text());
    List<Candidate> people = new Personnummer(LocalDate.ofInstant(draft.now(), SWEDEN)).find(text);
    List<Candidate> payments = cards.find(text);
    List<Remark> remarks = new ArrayList<>();
    if (everyoneReads) {
      for (Candidate number : people) {
        remarks.add(remark("personnummer", Severity.FORBID, number, wording.say("personnummer")));
      }
    }
    for (Candidate number : payments) {
      remarks.add(
          everyoneReads
              ? remark("card-number", Severity.FORBID, number, wording.say("card.public"))
              : remark("card-number", Severity.ADVISE, number, wording.say("card.private")));
    }
    return remarks;
  }

  private static Remark remark(String code, Severity severity, Candidate where, String reason) {
    return new Remark(code, severity, where.from(), where.to(), reason, Optional.empty());
  }
}

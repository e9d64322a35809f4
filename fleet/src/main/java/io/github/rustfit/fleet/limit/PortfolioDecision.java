package io.github.rustfit.fleet.limit;

import java.time.LocalDate;

/**
 * That a limit may be crossed.
 *
 * @param service whose
 * @param finding what, as {@code wasteYear:pricing} or {@code evidenceAgeDays}
 * @param reason why
 * @param owner who answers for it
 * @param date the day it was decided
 * @param until the last day it holds
 */
record PortfolioDecision(
    String service, String finding, String reason, String owner, LocalDate date, LocalDate until) {

  boolean names(String ofService, String id) {
    return service.equals(ofService) && finding.equals(id);
  }

  boolean inForce(LocalDate day) {
    return !day.isBefore(date) && !day.isAfter(until);
  }

  String text() {
    return "decided by " + owner + " on " + date + " until " + until + ": " + reason;
  }
}

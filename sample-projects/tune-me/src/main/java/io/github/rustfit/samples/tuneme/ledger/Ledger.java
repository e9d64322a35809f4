package io.github.rustfit.samples.tuneme.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** All accounts; every {@value #COMPANY_EVERY}th is a company's, which has far more bookings. */
public final class Ledger {
  /** How many accounts there are; their numbers start at 0. */
  public static final int ACCOUNTS = 1_000;

  private static final int COMPANY_EVERY = 20;
  private static final int PRIVATE_BOOKINGS = 60;
  private static final int COMPANY_BOOKINGS = 3_500;
  private static final long SEED = 1;
  private static final LocalDate MONTH = LocalDate.of(2026, 3, 1);
  private static final List<String> KINDS = List.of("CARD", "TRANSFER", "STANDING ORDER", "CASH");
  private static final List<String> TEXTS =
      List.of("Corner shop", "City tram", "Rent", "Salary", "Bookshop", "Invoice", "Cash machine");

  private final List<Account> accounts;

  private Ledger(List<Account> accounts) {
    this.accounts = accounts;
  }

  /** A ledger with the same invented accounts each time. */
  public static Ledger generated() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Account> accounts = new ArrayList<>(ACCOUNTS);
    for (int number = 0; number < ACCOUNTS; number++) {
      int mean = number % COMPANY_EVERY == 0 ? COMPANY_BOOKINGS : PRIVATE_BOOKINGS;
      int bookings = mean / 2 + random.nextInt(mean);
      accounts.add(new Account(number, random.nextInt(1_000_000), month(bookings, random)));
    }
    return new Ledger(List.copyOf(accounts));
  }

  /** The account of that number. */
  public Optional<Account> account(int number) {
    return number >= 0 && number < accounts.size()
        ? Optional.of(accounts.get(number))
        : Optional.empty();
  }

  private static List<String> month(int bookings, SplittableRandom random) {
    List<String> lines = new ArrayList<>(bookings);
    for (int i = 0; i < bookings; i++) {
      LocalDate day = MONTH.plusDays(random.nextInt(MONTH.lengthOfMonth()));
      int cents = random.nextInt(200_000) - 100_000;
      String text = TEXTS.get(random.nextInt(TEXTS.size())) + " " + random.nextInt(10_000);
      lines.add(day + "; " + cents + " ;" + KINDS.get(random.nextInt(KINDS.size())) + "; " + text);
    }
    lines.sort(Comparator.naturalOrder());
    return lines;
  }
}

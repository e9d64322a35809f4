package io.github.rustfit.samples.lambdahandler.handler;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Which tax goes on which category in which country: lines of {@code tax-rates.csv}. */
final class TaxRates {
  private static final String STANDARD = "standard";

  private final Map<String, BigDecimal> rates = new HashMap<>();

  /** Reads the rates that are shipped with the function. */
  TaxRates() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                TaxRates.class.getResourceAsStream("/tax-rates.csv"), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",");
        rates.put(cells[0] + "/" + cells[1], new BigDecimal(cells[2]).movePointLeft(2));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BigDecimal rate(String country, String category) {
    BigDecimal special = rates.get(country + "/" + category);
    BigDecimal rate = special != null ? special : rates.get(country + "/" + STANDARD);
    if (rate == null) {
      throw new IllegalArgumentException("no tax rate for " + country);
    }
    return rate;
  }
}
